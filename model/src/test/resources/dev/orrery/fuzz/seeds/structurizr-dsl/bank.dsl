workspace "Bank" {
    !identifiers hierarchical
    model {
        u = person "User"
        group "Internal" {
            web = softwareSystem "Web" "d" {
                app = container "App" "d" "Java" "Database"
            }
        }
        core = softwareSystem "Core"
        u -> web.app "uses"
        web.app -> core "asks" "HTTPS"
    }
    views {
        systemLandscape { include * }
    }
}

group "Revenue" {
    pricing = softwareSystem "Pricing" {
        group "Core" {
            engine = container "Engine"
        }
        rules = container "Rules" "" "Redis"
        engine -> rules
    }
}

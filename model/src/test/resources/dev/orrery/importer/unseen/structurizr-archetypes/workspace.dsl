workspace "Metering" "Reads meters" {
    model {
        archetypes {
            springBoot = container {
                technology "Java, Spring Boot"
                tags "Service"
            }
            postgres = container {
                technology "PostgreSQL 17"
                tags "Database"
            }
            https = -> {
                technology "HTTPS"
            }
            event = -> {
                tags "Asynchronous"
            }
        }
        grid = softwareSystem "Grid operator" "" "Existing System"
        metering = softwareSystem "Metering" {
            collector = springBoot "Collector"
            readings = postgres "Readings"
            billing = springBoot "Billing" {
                url "https://wiki.example.org/billing"
            }
            collector -> readings "writes"
            collector --event-> billing "announces"
            billing --https-> grid "reports"
        }
        production = deploymentEnvironment "Production" {
            deploymentNode "Cluster" {
                deploymentNode "Pod" "" "" "" 3 {
                    containerInstance collector {
                        healthCheck "Ready" "https://collector.example.org/ready" 20 2000
                    }
                    containerInstance billing {
                        healthCheck "Ready" https://billing.example.org/ready
                    }
                }
                infrastructureNode "Load balancer"
            }
        }
        deploymentEnvironment "Test" {
            deploymentNode "Laptop" {
                containerInstance collector {
                    healthCheck "Ready" "https://collector.example.org/ready" 20 2000
                }
            }
        }
    }
    views {
        container metering {
            include *
        }
        deployment metering production {
            include *
        }
        styles {
            element "Service" {
                shape hexagon
            }
        }
    }
}

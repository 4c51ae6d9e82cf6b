workspace "Airline" {
    !identifiers hierarchical
    !const PARTNER "Partner airlines"

    model {
        traveller = person "Traveller"
        !include model
        partners = softwareSystem "${PARTNER}" {
            tags "External"
        }

        booking.site.search -> pricing.engine "asks for fares" "gRPC"
        booking.worker -> partners "books" "HTTPS" "Asynchronous"
        booking -> pricing "uses"
        traveller -> booking.site "books"
    }

    views {
        systemLandscape {
            include *
            autoLayout
        }
    }
}

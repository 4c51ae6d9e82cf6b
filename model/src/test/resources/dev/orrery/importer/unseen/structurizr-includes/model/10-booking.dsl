booking = softwareSystem "Booking" {
    site = container "Site" "Where people book" "TypeScript" "Web Browser" {
        search = component "Search"
        cart = component "Cart"
        search -> cart "fills"
    }
    worker = container "Worker" {
        technology "Go"
    }
    store = container "Store" "Bookings" "PostgreSQL" "Database"
    site.cart -> store "keeps" "SQL"
    site -> worker "hands over"
    worker -> store
}

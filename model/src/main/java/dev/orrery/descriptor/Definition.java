package dev.orrery.descriptor;

import dev.orrery.topology.Service;

/// One description of a service in one draft.
///
/// @param order among all descriptions; the lowest counts most
/// @param draft place of its draft among the drafts
record Definition(int order, int draft, String format, String scope, Service service) {
    String id() {
        return service.id();
    }
}

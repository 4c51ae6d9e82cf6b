package dev.orrery.importer.asyncapi;

import dev.orrery.topology.Service;
import dev.orrery.topology.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one document says: an application, where it connects to, and what it sends and receives there.
record Application(Service service, List<Server> servers, List<Use> uses) {
    Application {
        servers = List.copyOf(servers);
        uses = List.copyOf(uses);
    }

    /// One operation, as the application does it.
    ///
    /// @param address of the channel; null where it is known only at run time
    /// @param servers where the channel is found
    record Use(boolean sends, @Nullable String address, List<Server> servers, SourceLocation source) {
        Use {
            servers = List.copyOf(servers);
        }
    }
}

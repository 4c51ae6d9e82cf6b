package dev.orrery.edit;

import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.ServiceKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One intent of a user about what the descriptors say. It names services and boundaries by their ids in the topology,
/// and no file: where it is written is decided by whoever changes the text.
public sealed interface TopologyEdit {

    /// About one service that there is.
    sealed interface OfService extends TopologyEdit {
        String service();
    }

    /// About one dependency.
    sealed interface OfDependency extends TopologyEdit {
        String from();

        String to();
    }

    /// About one boundary that there is.
    sealed interface OfBoundary extends TopologyEdit {
        String boundary();
    }

    /// A service that there was not.
    ///
    /// @param service its id
    /// @param boundary around it; null for none
    record AddService(
            String service, ServiceKind kind, @Nullable String boundary) implements TopologyEdit {}

    /// Another id, in all that refers to the service. A name that is the id goes with it.
    record RenameService(String service, String renamed) implements OfService {}

    /// The service goes, with what it needs and with all that refers to it.
    record DeleteService(String service) implements OfService {}

    /// A second service that is described alike and needs the same. Nobody needs it yet, and it has no endpoint
    /// of its own: the health checks stay with the first.
    ///
    /// @param copy id of the second
    record DuplicateService(String service, String copy) implements OfService {}

    /// @param boundary around it from now on; null for none
    record MoveService(String service, @Nullable String boundary) implements OfService {}

    /// @param name for people; null for the id
    record NameService(String service, @Nullable String name) implements OfService {}

    record SetKind(String service, ServiceKind kind) implements OfService {}

    record SetOwner(String service, @Nullable String owner) implements OfService {}

    record SetTechnology(String service, @Nullable String technology) implements OfService {}

    /// @param tags all of them, in written order
    record SetTags(String service, List<String> tags) implements OfService {
        public SetTags {
            tags = List.copyOf(tags);
        }
    }

    /// @param url null where the link is to go
    record SetLink(String service, String title, @Nullable String url) implements OfService {}

    /// @param old address of the check that is meant; null for a check that there was not
    /// @param url its address from now on, the rest of it as it was; null where the check is to go
    record SetHealthCheck(
            String service, @Nullable String old, @Nullable String url) implements OfService {}

    /// A service needs another from now on.
    ///
    /// @param kind null for what follows from the target
    record Connect(String from, String to, @Nullable DependencyKind kind) implements OfDependency {}

    /// A service does without another from now on, whoever stated that it needs it.
    record Disconnect(String from, String to) implements OfDependency {}

    /// A service needs another one in the place of the first.
    ///
    /// @param target that it needs from now on
    record Retarget(String from, String to, String target) implements OfDependency {}

    /// How a service needs another.
    ///
    /// @param kind null for what follows from the target
    record Annotate(
            String from,
            String to,
            @Nullable DependencyKind kind,
            boolean required,
            @Nullable String protocol,
            @Nullable String api)
            implements OfDependency {}

    /// A boundary that there was not.
    ///
    /// @param boundary its id
    /// @param name for people; null for the id
    /// @param kind as in `bounded-context`; null where it is to say none
    /// @param within the boundary around it; null for none
    record AddBoundary(
            String boundary,
            @Nullable String name,
            @Nullable String kind,
            @Nullable String within) implements TopologyEdit {}

    /// Another id, in all that refers to the boundary. A name that is the id goes with it.
    record RenameBoundary(String boundary, String renamed) implements OfBoundary {}

    /// @param name for people; null for the id
    record NameBoundary(String boundary, @Nullable String name) implements OfBoundary {}

    record OwnBoundary(String boundary, @Nullable String owner) implements OfBoundary {}

    /// @param within the boundary around it from now on; null for none
    record NestBoundary(String boundary, @Nullable String within) implements OfBoundary {}

    /// The boundary goes; what is in it belongs to the one around it.
    record DissolveBoundary(String boundary) implements OfBoundary {}
}

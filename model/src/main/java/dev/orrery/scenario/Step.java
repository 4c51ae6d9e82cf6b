package dev.orrery.scenario;

import dev.orrery.descriptor.Binding;
import dev.orrery.descriptor.Value;
import dev.orrery.edit.TopologyEdit;
import dev.orrery.problem.Problem;
import dev.orrery.topology.DependencyKind;
import dev.orrery.topology.ServiceKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One step of a scenario, as it is written.
sealed interface Step {
    record Edit(TopologyEdit edit) implements Step {}

    record Assumed(AssumedFault fault) implements Step {}

    /// Reads a mapping of one key, which names what is done.
    static Optional<Step> read(Value.Mapping written, Binding binding) {
        if (written.fields().size() != 1) {
            binding.report(Problem.error("scenario-step", written.source()));
            return Optional.empty();
        }
        Value.Field field = written.fields().getFirst();
        Optional<Value.Mapping> mapping = binding.mapping(field.key(), field.value());
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Fields(mapping.get(), binding).step(field.key()));
        } catch (Fields.Missing missing) {
            binding.report(Problem.error("scenario-step", field.keySource()));
            return Optional.empty();
        }
    }

    /// What a step says of itself.
    final class Fields {
        private final Value.Mapping mapping;
        private final Binding binding;

        Fields(Value.Mapping mapping, Binding binding) {
            this.mapping = mapping;
            this.binding = binding;
        }

        /// Something that a step needs is not there, or is something else.
        static final class Missing extends RuntimeException {
            private static final long serialVersionUID = 1;

            Missing() {
                super("", null, false, false);
            }
        }

        Step step(String word) {
            return switch (word) {
                case "down" -> new Assumed(new AssumedFault.Down(text("service")));
                case "slow" ->
                    new Assumed(new AssumedFault.Slow(
                            text("service"),
                            binding.duration(mapping, "by")
                                    .filter(by -> by.isPositive())
                                    .orElseThrow(Missing::new)));
                default -> new Edit(edit(word));
            };
        }

        private TopologyEdit edit(String word) {
            return switch (word) {
                case "add-service" -> new TopologyEdit.AddService(text("service"), serviceKind(), maybe("boundary"));
                case "rename-service" -> new TopologyEdit.RenameService(text("service"), text("to"));
                case "delete-service" -> new TopologyEdit.DeleteService(text("service"));
                case "duplicate-service" -> new TopologyEdit.DuplicateService(text("service"), text("copy"));
                case "move-service" -> new TopologyEdit.MoveService(text("service"), maybe("to"));
                case "name-service" -> new TopologyEdit.NameService(text("service"), maybe("name"));
                case "set-kind" -> new TopologyEdit.SetKind(text("service"), serviceKind());
                case "set-owner" -> new TopologyEdit.SetOwner(text("service"), maybe("owner"));
                case "set-technology" -> new TopologyEdit.SetTechnology(text("service"), maybe("technology"));
                case "set-tags" -> new TopologyEdit.SetTags(text("service"), binding.texts(mapping, "tags"));
                case "set-link" -> new TopologyEdit.SetLink(text("service"), text("title"), maybe("url"));
                case "set-health-check" -> new TopologyEdit.SetHealthCheck(text("service"), maybe("old"), maybe("url"));
                case "connect" -> new TopologyEdit.Connect(text("from"), text("to"), kind());
                case "disconnect" -> new TopologyEdit.Disconnect(text("from"), text("to"));
                case "retarget" -> new TopologyEdit.Retarget(text("from"), text("to"), text("target"));
                case "annotate" ->
                    new TopologyEdit.Annotate(
                            text("from"),
                            text("to"),
                            kind(),
                            binding.bool(mapping, "required").orElse(true),
                            maybe("protocol"),
                            maybe("api"));
                case "add-boundary" ->
                    new TopologyEdit.AddBoundary(text("boundary"), maybe("name"), maybe("kind"), maybe("within"));
                case "rename-boundary" -> new TopologyEdit.RenameBoundary(text("boundary"), text("to"));
                case "name-boundary" -> new TopologyEdit.NameBoundary(text("boundary"), maybe("name"));
                case "own-boundary" -> new TopologyEdit.OwnBoundary(text("boundary"), maybe("owner"));
                case "nest-boundary" -> new TopologyEdit.NestBoundary(text("boundary"), maybe("within"));
                case "dissolve-boundary" -> new TopologyEdit.DissolveBoundary(text("boundary"));
                default -> throw new Missing();
            };
        }

        private String text(String key) {
            return binding.text(mapping, key).orElseThrow(Missing::new);
        }

        private @Nullable String maybe(String key) {
            return binding.text(mapping, key).orElse(null);
        }

        private ServiceKind serviceKind() {
            return ServiceKind.of(text("kind")).orElseThrow(Missing::new);
        }

        private @Nullable DependencyKind kind() {
            String word = maybe("kind");
            return word == null ? null : DependencyKind.of(word).orElseThrow(Missing::new);
        }
    }
}

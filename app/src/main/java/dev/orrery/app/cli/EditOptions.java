package dev.orrery.app.cli;

import dev.orrery.edit.TopologyEdit;
import dev.orrery.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// The edits of a command line, in the order in which they stand there.
@SuppressWarnings("UnusedVariable") // each option is its own field for picocli, and all are one list
final class EditOptions {
    /// @param words as on the command line
    record Asked(String words, TopologyEdit edit) {}

    private final List<Asked> asked = new ArrayList<>();

    @Option(
            names = "--rename",
            paramLabel = "ID=NEW",
            description = "${bundle:cli.edit.rename}",
            parameterConsumer = Edits.class)
    private List<Asked> rename = asked;

    @Option(
            names = "--delete",
            paramLabel = "ID",
            description = "${bundle:cli.edit.delete}",
            parameterConsumer = Edits.class)
    private List<Asked> delete = asked;

    @Option(
            names = "--connect",
            paramLabel = "FROM=TO",
            description = "${bundle:cli.edit.connect}",
            parameterConsumer = Edits.class)
    private List<Asked> connect = asked;

    @Option(
            names = "--disconnect",
            paramLabel = "FROM=TO",
            description = "${bundle:cli.edit.disconnect}",
            parameterConsumer = Edits.class)
    private List<Asked> disconnect = asked;

    @Option(
            names = "--move",
            paramLabel = "ID=BOUNDARY",
            description = "${bundle:cli.edit.move}",
            parameterConsumer = Edits.class)
    private List<Asked> move = asked;

    @Option(
            names = "--owner",
            paramLabel = "ID=TEAM",
            description = "${bundle:cli.edit.owner}",
            parameterConsumer = Edits.class)
    private List<Asked> owner = asked;

    List<Asked> inOrder() {
        return List.copyOf(asked);
    }

    /// All options put what they say into one list.
    static final class Edits implements IParameterConsumer {
        @Override
        @SuppressWarnings("JdkObsolete") // picocli hands over a stack
        public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
            String name = ((picocli.CommandLine.Model.OptionSpec) option).longestName();
            if (arguments.isEmpty()) {
                throw new ParameterException(command.commandLine(), Messages.of("cli.edit.no-value", name));
            }
            String value = arguments.pop();
            List<Asked> all = option.getValue();
            all.add(new Asked(name + " " + value, edit(name, value, command)));
        }

        private static TopologyEdit edit(String option, String value, CommandSpec command) {
            if (option.equals("--delete")) {
                return new TopologyEdit.DeleteService(value);
            }
            int equals = value.indexOf('=');
            if (equals <= 0) {
                throw new ParameterException(command.commandLine(), Messages.of("cli.edit.no-equals", option, value));
            }
            String id = value.substring(0, equals);
            String other = value.substring(equals + 1);
            return switch (option) {
                case "--rename" -> new TopologyEdit.RenameService(id, other);
                case "--connect" -> new TopologyEdit.Connect(id, other, null);
                case "--disconnect" -> new TopologyEdit.Disconnect(id, other);
                case "--move" -> new TopologyEdit.MoveService(id, orNone(other));
                default -> new TopologyEdit.SetOwner(id, orNone(other));
            };
        }

        /// `--owner ID=` takes the owner away.
        private static @Nullable String orNone(String value) {
            return value.isEmpty() ? null : value;
        }
    }
}

package dev.orrery.app.cli;

import dev.orrery.text.Messages;
import dev.orrery.text.Untrusted;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// The whole command line.
public final class Cli {
    private final CommandLine commands;
    private final Surroundings surroundings;

    public Cli(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.commands = new CommandLine(new OpenCommand(surroundings))
                .addSubcommand(new OpenCommand(surroundings))
                .addSubcommand(new DemoCommand(surroundings))
                .addSubcommand(new ShowCommand(surroundings))
                .addSubcommand(new CheckCommand(surroundings))
                .addSubcommand(new DiffCommand(surroundings))
                .addSubcommand(new RenderCommand(surroundings))
                .addSubcommand(new ProbeCommand(surroundings))
                .addSubcommand(new SimulateCommand(surroundings))
                .addSubcommand(new EditCommand(surroundings))
                .addSubcommand(new BenchCommand(surroundings));
        CommandSpec root = commands.getCommandSpec();
        root.name("orrery");
        root.mixinStandardHelpOptions(true);
        root.usageMessage().description(Messages.of("cli.about"));
        root.versionProvider(Cli::version);
        commands.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().versionProvider(Cli::version));
        commands.setOut(surroundings.out());
        commands.setErr(surroundings.err());
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setUsageHelpAutoWidth(true);
        commands.setExpandAtFiles(false);
        commands.setExecutionExceptionHandler((failure, _, _) -> failed(failure));
    }

    /// Runs one command to its end.
    ///
    /// @return the exit code
    public int run(String... arguments) {
        int code = commands.execute(arguments);
        surroundings.out().flush();
        surroundings.err().flush();
        return code;
    }

    private int failed(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            surroundings.err().println("orrery: " + refusal.getMessage());
            return refusal.exitCode();
        }
        String what = Untrusted.oneLine(String.valueOf(failure.getMessage()));
        String kept = surroundings.failureLog().apply(failure);
        surroundings
                .err()
                .println("orrery: "
                        + Messages.of("cli.own-fault", failure.getClass().getSimpleName(), what, kept));
        return Exit.OWN_FAULT;
    }

    private static String[] version() {
        String version = Cli.class.getPackage().getImplementationVersion();
        return new String[] {"orrery " + (version == null ? Messages.of("cli.version.unknown") : version)};
    }
}

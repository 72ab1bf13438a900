package io.pulumiscale.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The commands, put together. */
public final class CommandLineProgram {
    private CommandLineProgram() {}

    @Command(
            name = "pulumiscale",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Scales the pools of a Pulumi stack by `pulumi up` on that very stack.",
            synopsisSubcommandLabel = "COMMAND",
            footer = {
                "",
                "Exit codes: 0 done; 1 it went wrong; 2 the command or the configuration makes no sense, nothing was touched;",
                "130 and 143 ended by Ctrl-C and SIGTERM; `local` ends with its command's own.",
                "`pulumiscale help COMMAND` tells more."
            })
    private static final class Root {}

    /** @return the exit code */
    public static int run(Actions actions, PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = new CommandLine(new Root())
                .addSubcommand(new DemoCommand(actions))
                .addSubcommand(new ServeCommand(actions))
                .addSubcommand(new DoctorCommand(actions))
                .addSubcommand(new SimulateCommand(actions))
                .addSubcommand(new LocalCommand(actions))
                .addSubcommand(new CommandLine(new ConfigCommand())
                        .addSubcommand(new ValidateCommand(actions))
                        .addSubcommand(new SchemaCommand(actions)))
                .addSubcommand(new CommandLine.HelpCommand());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(out).setErr(err).setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof CommandFailed failed) {
                err.println("pulumiscale: " + failed.getMessage());
                err.flush();
                return failed.exitCode();
            }
            throw failure;
        });
        if (args.length == 0) {
            line.usage(out);
            return 0;
        }
        return line.execute(args);
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = CommandLineProgram.class.getPackage().getImplementationVersion();
            return new String[] {"pulumiscale " + (version == null ? "(not packaged)" : version)};
        }
    }
}

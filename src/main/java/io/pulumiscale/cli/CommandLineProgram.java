package io.pulumiscale.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.UsageMessageSpec;

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
                "The first two groups ask a scaler that runs: at --url or $$PULUMISCALE_URL, else port 8080 here, with the"
                        + " token of --token-file, of $$PULUMISCALE_TOKEN, else of the stack's configuration. --output json"
                        + " writes what its API answers.",
                "",
                "@|bold Exit codes|@",
                "  0 done",
                "  1 it went wrong, or the scaler refused",
                "  2 the command or the configuration makes no sense; nothing was touched",
                "  3 scale: the pool stays at its size",
                "  4 scale --wait: the update failed or stalled",
                "  5 scale --wait: not ended when --timeout was over; it goes on",
                "  6 no scaler was reached, or it has no time now: the same may be good later",
                "  130, 143 ended by Ctrl-C, SIGTERM; `local` ends with its command's own",
                "",
                "`pulumiscale help COMMAND` tells more."
            })
    private static final class Root {}

    private static final Groups GROUPS = new Groups()
            .with("Look at a scaler", "status", "explain", "history", "approvals")
            .with("Tell it something", "scale", "pause", "resume", "approve", "decline")
            .with("Run one", "serve", "doctor", "config", "token", "simulate")
            .with("Try it without an account", "demo", "local")
            .with("This program", "completion", "help");

    /** @return the exit code */
    public static int run(Actions actions, RemoteActions remote, PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = new CommandLine(new Root())
                .addSubcommand(new StatusCommand(remote))
                .addSubcommand(new ExplainCommand(remote))
                .addSubcommand(new HistoryCommand(remote))
                .addSubcommand(new ApprovalsCommand(remote))
                .addSubcommand(scale(remote))
                .addSubcommand(new PauseCommand(remote))
                .addSubcommand(new ResumeCommand(remote))
                .addSubcommand(new ApproveCommand(remote))
                .addSubcommand(new DeclineCommand(remote))
                .addSubcommand(new DemoCommand(actions))
                .addSubcommand(new ServeCommand(actions))
                .addSubcommand(new DoctorCommand(actions))
                .addSubcommand(new SimulateCommand(actions))
                .addSubcommand(new LocalCommand(actions))
                .addSubcommand(new CommandLine(new ConfigCommand())
                        .addSubcommand(new ValidateCommand(actions))
                        .addSubcommand(new SchemaCommand(actions)))
                .addSubcommand(new CommandLine(new TokenCommand()).addSubcommand(new RotateCommand(remote)))
                .addSubcommand(new CompletionCommand())
                .addSubcommand(new CommandLine.HelpCommand());
        line.getHelpSectionMap().remove(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING);
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, GROUPS);
        line.setCaseInsensitiveEnumValuesAllowed(true).setUsageHelpAutoWidth(true);
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

    /** Fewer by a quarter begins as options do. */
    private static CommandLine scale(RemoteActions remote) {
        return new CommandLine(new ScaleCommand(remote)).setUnmatchedOptionsArePositionalParams(true);
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = CommandLineProgram.class.getPackage().getImplementationVersion();
            return new String[] {"pulumiscale " + (version == null ? "(not packaged)" : version)};
        }
    }
}

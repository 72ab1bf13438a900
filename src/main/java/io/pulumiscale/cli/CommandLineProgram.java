package io.pulumiscale.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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

    /** They tell of the others. */
    private static final Set<String> OF_ALL = Set.of("completion", "help");

    private static final Groups GROUPS = new Groups()
            .with("Look at a scaler", "status", "explain", "history", "approvals")
            .with("Tell it something", "scale", "pause", "resume", "approve", "decline")
            .with("Run one", "serve", "doctor", "config", "token", "simulate")
            .with("Try it without an account", "demo", "local")
            .with("This program", "completion", "help");

    /** @return the exit code */
    public static int run(Actions actions, RemoteActions remote, PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = new CommandLine(new Root());
        wanted(commands(actions, remote), args).forEach(command -> line.addSubcommand(command.get()));
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

    /** The one that is named, as making all takes longer than most take to run; or all, where they are to be told apart. */
    private static Collection<Supplier<Object>> wanted(Map<String, Supplier<Object>> all, String... args) {
        boolean one = args.length > 0 && all.containsKey(args[0]) && !OF_ALL.contains(args[0]);
        return one ? List.of(all.get(args[0])) : all.values();
    }

    private static Map<String, Supplier<Object>> commands(Actions actions, RemoteActions remote) {
        Map<String, Supplier<Object>> all = new LinkedHashMap<>();
        all.put("status", () -> new StatusCommand(remote));
        all.put("explain", () -> new ExplainCommand(remote));
        all.put("history", () -> new HistoryCommand(remote));
        all.put("approvals", () -> new ApprovalsCommand(remote));
        all.put("scale", () -> scale(remote));
        all.put("pause", () -> new PauseCommand(remote));
        all.put("resume", () -> new ResumeCommand(remote));
        all.put("approve", () -> new ApproveCommand(remote));
        all.put("decline", () -> new DeclineCommand(remote));
        all.put("demo", () -> new DemoCommand(actions));
        all.put("serve", () -> new ServeCommand(actions));
        all.put("doctor", () -> new DoctorCommand(actions));
        all.put("simulate", () -> new SimulateCommand(actions));
        all.put("local", () -> new LocalCommand(actions));
        all.put("config", () -> config(actions));
        all.put("token", () -> new CommandLine(new TokenCommand()).addSubcommand(new RotateCommand(remote)));
        all.put("completion", CompletionCommand::new);
        all.put("help", CommandLine.HelpCommand::new);
        return all;
    }

    private static CommandLine config(Actions actions) {
        return new CommandLine(new ConfigCommand())
                .addSubcommand(new ValidateCommand(actions))
                .addSubcommand(new SchemaCommand(actions));
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

package io.pulumiscale.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.IHelpSectionRenderer;

/** The commands in the usage, by what they are for. One that belongs to no group is told too. */
final class Groups implements IHelpSectionRenderer {
    private static final int INDENT = 2;
    private static final String REST = "Besides";

    private final Map<String, List<String>> groups = new LinkedHashMap<>();

    Groups with(String title, String... commands) {
        groups.put(title, List.of(commands));
        return this;
    }

    @Override
    public String render(Help help) {
        Map<String, Help> commands = help.subcommands();
        List<String> rest = new ArrayList<>(commands.keySet());
        groups.values().forEach(rest::removeAll);
        StringBuilder text = new StringBuilder();
        groups.forEach((title, names) -> text.append(group(help, title, names)));
        return rest.isEmpty()
                ? text.toString()
                : text.append(group(help, REST, rest)).toString();
    }

    private static String group(Help help, String title, List<String> names) {
        int widest = help.subcommands().keySet().stream()
                .mapToInt(String::length)
                .max()
                .orElse(0);
        int width = help.commandSpec().usageMessage().width();
        TextTable table = TextTable.forColumns(
                help.colorScheme(),
                new Column(widest + INDENT, INDENT, Overflow.SPAN),
                new Column(width - widest - INDENT, INDENT, Overflow.WRAP));
        table.indentWrappedLines = 0;
        for (String name : names) {
            CommandLine command = help.commandSpec().subcommands().get(name);
            if (command != null) {
                table.addRowValues(
                        help.colorScheme().commandText(name), help.colorScheme().text(first(command)));
            }
        }
        return "%n%s%n%s"
                .formatted(help.colorScheme().text("@|bold " + title + "|@").toString(), table);
    }

    private static String first(CommandLine command) {
        return Stream.of(
                        command.getCommandSpec().usageMessage().header(),
                        command.getCommandSpec().usageMessage().description())
                .flatMap(Stream::of)
                .findFirst()
                .map(text -> text + within(command))
                .orElse("");
    }

    private static String within(CommandLine command) {
        Set<String> names = new TreeSet<>(command.getSubcommands().keySet());
        return names.isEmpty() ? "" : " (%s)".formatted(String.join(", ", names));
    }
}

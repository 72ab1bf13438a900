package io.pulumiscale.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulumiscale.stack.ProviderPlugin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** The provider plugins that the program asks for: attached, on PATH, or where the CLI installs them. */
final class PluginCheck implements Supplier<Finding> {
    private final Engine engine;
    private final SearchPath path;
    private final Map<String, String> environment;
    private final Supplier<List<ProviderPlugin>> needed;

    PluginCheck(
            Engine engine, SearchPath path, Map<String, String> environment, Supplier<List<ProviderPlugin>> needed) {
        this.engine = engine;
        this.path = path;
        this.environment = Map.copyOf(environment);
        this.needed = needed;
    }

    @Override
    public Finding get() {
        try {
            return examine(engine.json("plugin", "ls", "--json"));
        } catch (Engine.NotDone e) {
            return new Finding.Failed(
                    "the plugins cannot be listed: " + e.said(), "see whether PULUMI_HOME is readable");
        }
    }

    private Finding examine(JsonNode installed) {
        List<String> found = new ArrayList<>();
        List<ProviderPlugin> missing = new ArrayList<>();
        for (ProviderPlugin plugin : needed.get()) {
            place(plugin, installed)
                    .ifPresentOrElse(place -> found.add(plugin.name() + " " + place), () -> missing.add(plugin));
        }
        return missing.isEmpty() ? new Finding.Fine(String.join(", ", found)) : missing(missing);
    }

    private Optional<String> place(ProviderPlugin plugin, JsonNode installed) {
        return attached(plugin).or(() -> onPath(plugin)).or(() -> installed(plugin, installed));
    }

    private Optional<String> attached(ProviderPlugin plugin) {
        return new AttachedProviders(environment).port(plugin.name()).map("is attached at port %s"::formatted);
    }

    private Optional<String> onPath(ProviderPlugin plugin) {
        return environment.containsKey("PULUMI_IGNORE_AMBIENT_PLUGINS")
                ? Optional.empty()
                : path.find("pulumi-resource-" + plugin.name()).map(file -> "is " + file);
    }

    private static Optional<String> installed(ProviderPlugin plugin, JsonNode installed) {
        return StreamSupport.stream(installed.spliterator(), false)
                .filter(each -> each.path("kind").asText().equals("resource"))
                .filter(each -> each.path("name").asText().equals(plugin.name()))
                .map(each -> each.path("version").asText())
                .filter(plugin::isMetBy)
                .findFirst();
    }

    private static Finding missing(List<ProviderPlugin> missing) {
        List<String> texts = missing.stream()
                .map(plugin -> "%s %s is not installed".formatted(plugin.name(), plugin.version()))
                .toList();
        List<String> commands = missing.stream()
                .map(plugin -> "pulumi plugin install resource %s %s".formatted(plugin.name(), plugin.version()))
                .toList();
        return new Finding.Failed(String.join(", ", texts), String.join(" && ", commands));
    }
}

package io.pulumiscale.update;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.pulumi.automation.AutomationException;
import com.pulumi.automation.CommandRunOptions;
import com.pulumi.automation.PulumiCommand;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stack's outputs, by one run of the CLI. Secrets are masked: no output that is read here is one. */
public final class StackOutputs {
    private static final JsonMapper JSON = new JsonMapper();

    private final PulumiCommand engine;
    private final CommandRunOptions options;
    private final List<String> command;

    /** @param environment for the CLI, beside this process's own */
    StackOutputs(PulumiCommand engine, Path folder, Map<String, String> environment, String stack) {
        this.engine = engine;
        this.options = CommandRunOptions.builder()
                .workingDir(folder)
                .additionalEnv(environment)
                .build();
        this.command = List.of("stack", "output", "--json", "--stack", stack);
    }

    /**
     * By name; what is no text is given as its JSON.
     *
     * @throws AutomationException the engine cannot read them, or what it says is no JSON
     */
    public Map<String, String> read() throws AutomationException {
        String said = engine.run(command, options).standardOutput();
        try {
            Map<String, String> texts = new HashMap<>();
            JSON.readTree(said).properties().forEach(output -> texts.put(output.getKey(), text(output.getValue())));
            return texts;
        } catch (JsonProcessingException e) {
            throw new AutomationException("the outputs are no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.asText() : value.toString();
    }
}

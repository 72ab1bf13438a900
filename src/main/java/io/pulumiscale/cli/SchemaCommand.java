package io.pulumiscale.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Prints the JSON Schema of Pulumi.STACK.yaml, by which editors complete and check it.",
        footer = {
            "",
            "With yaml-language-server (VS Code, Neovim, Helix and others): `pulumiscale config schema > pulumiscale.schema.json`",
            "beside Pulumi.STACK.yaml, and as that file's first line:",
            "# yaml-language-server: $schema=pulumiscale.schema.json"
        })
final class SchemaCommand implements Callable<Integer> {
    private final Actions actions;

    SchemaCommand(Actions actions) {
        this.actions = actions;
    }

    @Override
    public Integer call() {
        return actions.schema();
    }
}

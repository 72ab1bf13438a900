package io.pulumiscale.stack;

/**
 * A stack as people and the CLI name it.
 *
 * @param text {@code prod}, or where that would be somebody else's, {@code ORGANISATION/PROJECT/prod}
 */
public record StackName(String text) {

    /** As it stands in the names of files and of resources. */
    public String simple() {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    /** The stack's configuration file in the project's folder. */
    public String file() {
        return "Pulumi.%s.yaml".formatted(simple());
    }
}

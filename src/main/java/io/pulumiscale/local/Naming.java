package io.pulumiscale.local;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a resource that is given no name gets one: {@code web} becomes {@code web-4f09c1e}.
 *
 * @param path of the name
 * @param prefixPath of the prefix that the cloud itself completes to a name; empty if there is none
 * @param digits of the suffix: 7 from the AWS provider, 8 from the Kubernetes provider
 * @param before what every such name starts with, such as {@code alias/}
 * @param fifo the flag that makes the name end with {@code .fifo}, or an empty string
 */
record Naming(String path, String prefixPath, int digits, String before, String fifo) {
    private static final int COMPLETION = 26;

    /** A name without a prefix. */
    static Naming aws(String path) {
        return aws(path, "");
    }

    static Naming aws(String path, String prefixPath) {
        return new Naming(path, prefixPath, 7, "", "");
    }

    static Naming kubernetes() {
        return new Naming("metadata.name", "metadata.generateName", 8, "", "");
    }

    Naming startingWith(String start) {
        return new Naming(path, prefixPath, digits, start, fifo);
    }

    Naming fifoIf(String flag) {
        return new Naming(path, prefixPath, digits, before, flag);
    }

    /** Where the name comes from; a change there is another resource. */
    List<String> paths() {
        return prefixPath.isEmpty() ? List.of(path) : List.of(path, prefixPath);
    }

    /** Inputs with a name: their own, the automatic one that the resource has already, or a new one. */
    Map<String, Object> named(Map<String, Object> news, Map<String, Object> olds, String program, Ids ids) {
        boolean settled =
                Tree.at(news, path).isPresent() || Tree.at(news, prefixPath).isPresent();
        if (settled) {
            return news;
        }
        var kept = Tree.text(olds, path).filter(name -> isAutomatic(name, program));
        return Tree.with(news, path, kept.orElseGet(() -> before + program + "-" + ids.hex(digits) + end(news)));
    }

    /** What the cloud does with a prefix. */
    Map<String, Object> completed(Map<String, Object> inputs, Ids ids) {
        if (Tree.at(inputs, path).isPresent()) {
            return inputs;
        }
        var prefix = Tree.text(inputs, prefixPath).orElse("");
        return Tree.with(inputs, path, prefix + ids.hex(COMPLETION) + end(inputs));
    }

    Optional<String> of(Map<String, Object> properties) {
        return Tree.text(properties, path);
    }

    /** Whether the provider made this name; what it names can be created anew beside the old one. */
    boolean isAutomatic(String name, String program) {
        return name.matches(Pattern.quote(before + program + "-") + "[0-9a-f]{" + digits + "}(\\.fifo)?");
    }

    private String end(Map<String, Object> inputs) {
        boolean is = !fifo.isEmpty() && Tree.at(inputs, fifo).equals(Optional.of(true));
        return is ? ".fifo" : "";
    }
}

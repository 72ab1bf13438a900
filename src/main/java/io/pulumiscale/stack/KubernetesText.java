package io.pulumiscale.stack;

import java.util.regex.Pattern;

/** What Kubernetes takes for a name or a quantity, and how to say so. */
enum KubernetesText {
    /** RFC 1123 label. */
    NAME("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", "a name of up to 63 of a-z, 0-9 and -"),
    /** RFC 1123 subdomain. */
    LONG_NAME("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?", "a name of a-z, 0-9, - and dots"),
    QUANTITY("\\d+(\\.\\d+)?(m|[kMGTPE]|[KMGTPE]i)?", "a quantity such as 500m or 1Gi"),
    VARIABLE("[A-Za-z_][A-Za-z0-9_]*", "a variable's name"),
    CIDR("[0-9A-Fa-f.:]+/\\d{1,3}", "a range such as 10.0.0.0/8");

    private final Pattern pattern;
    private final String rule;

    KubernetesText(String pattern, String rule) {
        this.pattern = Pattern.compile(pattern);
        this.rule = rule;
    }

    String read(Section section, String key) {
        return section.text(key, pattern, rule);
    }

    String read(Section section, String key, String otherwise) {
        return section.has(key) ? read(section, key) : otherwise;
    }

    /** Each of them has to be one. */
    void check(Section section, String key, Iterable<String> texts) {
        for (String text : texts) {
            if (!pattern.matcher(text).matches()) {
                section.fault(key, "%s is not %s".formatted(text, rule));
            }
        }
    }
}

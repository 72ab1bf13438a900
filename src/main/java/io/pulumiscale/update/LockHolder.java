package io.pulumiscale.update;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells from the CLI's words who holds the stack's lock. */
final class LockHolder {
    /** The file backend's: {@code created by USER@HOST (pid N) at TIME}. Pulumi Cloud names nobody. */
    private static final Pattern CREATED_BY = Pattern.compile("created by (\\S+) \\(pid (\\d+)\\) at (\\S+)");

    private LockHolder() {}

    static String describe(String output) {
        Matcher holder = CREATED_BY.matcher(output);
        return holder.find()
                ? "waiting for the lock of %s (pid %s) since %s"
                        .formatted(holder.group(1), holder.group(2), holder.group(3))
                : "another update of the stack is in progress";
    }
}

package io.pulumiscale.update;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.Version;
import java.util.Optional;

/** Which CLIs this scaler works with. */
public final class EngineVersion {
    private static final Version OLDEST = Version.of(3, 220);

    private EngineVersion() {}

    /**
     * Why the scaler would not start with this one.
     *
     * @param printed by {@code pulumi version}
     */
    public static Optional<String> unmet(String printed) {
        try {
            var unused = checked(printed);
            return Optional.empty();
        } catch (AutomationException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** @param printed by {@code pulumi version} */
    static Version checked(String printed) throws AutomationException {
        Version version = Version.tryParse(printed.strip().replaceFirst("^v", ""))
                .orElseThrow(() -> new AutomationException(
                        "the Pulumi CLI's version is unreadable: '%s'".formatted(printed.strip())));
        if (version.isLowerThan(OLDEST) || version.majorVersion() > OLDEST.majorVersion()) {
            throw new AutomationException(
                    "the Pulumi CLI on PATH is version %s, and %s or a later %d.x is needed: infra/engine/ensure gets one"
                            .formatted(version, OLDEST, OLDEST.majorVersion()));
        }
        return version;
    }
}

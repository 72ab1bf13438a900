package io.pulumiscale.update;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.Version;

/** Which CLIs this scaler works with. */
final class EngineVersion {
    private static final Version OLDEST = Version.of(3, 220);

    private EngineVersion() {}

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

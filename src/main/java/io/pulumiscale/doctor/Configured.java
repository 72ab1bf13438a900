package io.pulumiscale.doctor;

import io.pulumiscale.model.NoticeTarget;
import io.pulumiscale.stack.ConfigurationFile;
import io.pulumiscale.stack.InvalidConfiguration;
import io.pulumiscale.stack.StackConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The stack's configuration, for the checks that depend on it. */
final class Configured implements Supplier<Finding> {
    private final Subject subject;

    Configured(Subject subject) {
        this.subject = subject;
    }

    @Override
    public Finding get() {
        try {
            int pools = file().check().catalog().byName().size();
            return new Finding.Fine("no fault; pools: " + pools);
        } catch (InvalidConfiguration e) {
            return new Finding.Failed(String.valueOf(e.getMessage()), "docs/configuration.md has every key");
        } catch (IOException e) {
            return new Finding.Failed(String.valueOf(e.getMessage()), "-C and -s say which project and which stack");
        }
    }

    String project() {
        try {
            return file().project();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    StackConfig config() {
        try {
            return file().check();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whose URLs are not encrypted. */
    List<NoticeTarget> notices() {
        try {
            return file().notices();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean onKubernetes() {
        return config().catalog().byName().values().stream()
                .anyMatch(pool -> !pool.kind().onAws());
    }

    boolean onAws() {
        return config().catalog().byName().values().stream()
                .anyMatch(pool -> pool.kind().onAws());
    }

    /** A provider's key that is no secret; empty also if nothing can be read. */
    Optional<String> plain(String key) {
        try {
            return file().plain(key);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private ConfigurationFile file() throws IOException {
        return ConfigurationFile.of(subject.folder(), subject.stack());
    }
}

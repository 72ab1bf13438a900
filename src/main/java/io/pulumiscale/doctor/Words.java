package io.pulumiscale.doctor;

import java.util.Optional;

/** What findings are called, in the text and in JSON. */
final class Words {
    private Words() {}

    static String status(Finding finding) {
        if (finding instanceof Finding.Fine) {
            return "ok";
        }
        if (finding instanceof Finding.Warning) {
            return "warning";
        }
        return finding instanceof Finding.Failed ? "failed" : "not checked";
    }

    static Optional<String> advice(Finding finding) {
        if (finding instanceof Finding.Warning warning) {
            return Optional.of(warning.advice());
        }
        return finding instanceof Finding.Failed failed ? Optional.of(failed.advice()) : Optional.empty();
    }
}

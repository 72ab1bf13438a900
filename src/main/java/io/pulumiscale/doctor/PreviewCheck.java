package io.pulumiscale.doctor;

import io.pulumiscale.update.ScopedPreview;
import java.util.function.Supplier;

/** What only the engine and the providers can tell: whether they accept the credentials, and would resize the pools. */
final class PreviewCheck implements Supplier<Finding> {
    private final Supplier<ScopedPreview.Outlook> preview;

    PreviewCheck(Supplier<ScopedPreview.Outlook> preview) {
        this.preview = preview;
    }

    @Override
    public Finding get() {
        ScopedPreview.Outlook outlook = preview.get();
        if (outlook instanceof ScopedPreview.Impossible impossible) {
            return new Finding.Failed(impossible.why(), "docs/doctor.md has the usual causes");
        }
        if (outlook instanceof ScopedPreview.Nothing nothing) {
            return new Finding.NotChecked(nothing.why());
        }
        return possible((ScopedPreview.Possible) outlook);
    }

    private static Finding possible(ScopedPreview.Possible possible) {
        String text = "pools that could be resized: " + possible.pools();
        return possible.oddity()
                .<Finding>map(oddity -> new Finding.Warning(
                        "%s; a resize would also do this: %s".formatted(text, oddity), "run `pulumi up` first"))
                .orElseGet(() -> new Finding.Fine(text));
    }
}

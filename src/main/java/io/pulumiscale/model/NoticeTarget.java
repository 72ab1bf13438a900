package io.pulumiscale.model;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Where notices go.
 *
 * @param name for people, {@code notices[0]}
 * @param url who knows it may write there: it is in no text of this
 * @param pools empty: all
 * @param secret the key of its signatures
 */
public record NoticeTarget(
        String name,
        URI url,
        NoticeFormat format,
        Set<NoticeKind> on,
        Optional<Set<String>> pools,
        Optional<SigningSecret> secret) {
    public NoticeTarget {
        on = Set.copyOf(on);
        pools = pools.map(Set::copyOf);
    }

    public boolean wants(Notice notice) {
        return on.contains(notice.kind())
                && pools.map(it -> it.contains(notice.pool())).orElse(true);
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return "%s (%s, %s)".formatted(name, format.key(), url.getHost());
    }
}

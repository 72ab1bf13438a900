package io.pulumiscale.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulumiscale.model.NoticeFormat;
import io.pulumiscale.model.NoticeKind;
import io.pulumiscale.model.NoticeTarget;
import io.pulumiscale.model.SigningSecret;
import io.pulumiscale.model.Spelling;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads {@code pulumiscale:notices}. No fault repeats a value: a URL may be a secret.
 *
 * @param pools the names that there are
 * @param inFile secrets are encrypted there, and what cannot be known is not read; from the engine they are not
 */
record NoticesReader(Collection<String> pools, boolean inFile) {
    static final String PATH = "notices";
    static final Fault NO_LIST = new Fault(PATH, "a list is needed, of mappings with a url and a format");

    private static final int MOST = 10;
    private static final String URL = "url";

    List<NoticeTarget> read(JsonNode notices, List<Fault> faults) {
        if (notices.isMissingNode()) {
            return List.of();
        }
        if (!notices.isArray()) {
            faults.add(NO_LIST);
            return List.of();
        }
        if (notices.size() > MOST) {
            faults.add(new Fault(PATH, "%d are more than %d".formatted(notices.size(), MOST)));
        }
        List<NoticeTarget> read = new ArrayList<>();
        for (int i = 0; i < notices.size(); i++) {
            target(Section.discreet("%s[%d]".formatted(PATH, i), notices.get(i), faults), read)
                    .ifPresent(read::add);
        }
        return read;
    }

    /** Empty where something is wrong, or is not to be known. */
    private Optional<NoticeTarget> target(Section section, List<NoticeTarget> before) {
        Optional<NoticeFormat> format =
                one(section, "format", NoticeFormat.keys()).flatMap(NoticeFormat::of);
        Optional<URI> url = url(section, format);
        Set<NoticeKind> on = kinds(section);
        Optional<Set<String>> which =
                section.has("pools") ? Optional.of(Set.copyOf(known(section, "pools", pools))) : Optional.empty();
        Optional<SigningSecret> secret = secret(section);
        section.end();
        url.flatMap(it ->
                        before.stream().filter(other -> other.url().equals(it)).findFirst())
                .ifPresent(other -> section.fault(URL, "is that of %s too".formatted(other.name())));
        return url.flatMap(it -> format.map(how -> new NoticeTarget(section.path(), it, how, on, which, secret)));
    }

    private Optional<URI> url(Section section, Optional<NoticeFormat> format) {
        boolean allowHttp = section.flag("allowHttp", false);
        if (inFile && Section.encrypted(section.value(URL))) {
            return Optional.empty();
        }
        String text = section.text(URL);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        NoticeUrl.Checked checked = NoticeUrl.of(text, allowHttp);
        checked.problem().ifPresent(problem -> section.fault(URL, problem));
        Optional<URI> url = checked.url();
        if (inFile
                && format.filter(NoticeFormat.SLACK::equals).isPresent()
                && url.filter(NoticeUrl::secure).isPresent()) {
            section.fault(URL, "stands there in plain, and whoever knows it may write there: set it with --secret");
        }
        return url;
    }

    private Optional<SigningSecret> secret(Section section) {
        if (!section.has("secret")) {
            return Optional.empty();
        }
        if (inFile) {
            if (!Section.encrypted(section.value("secret"))) {
                section.fault("secret", "stands there in plain: set it with --secret");
            }
            return Optional.empty();
        }
        Optional<SigningSecret> secret = SigningSecret.of(section.text("secret"));
        if (secret.isEmpty()) {
            section.fault(
                    "secret", "is not whsec_ and 24 to 64 bytes in Base64: echo whsec_$(openssl rand -base64 32)");
        }
        return secret;
    }

    private static Set<NoticeKind> kinds(Section section) {
        return known(section, "on", NoticeKind.keys(), NoticeKind.keys()).stream()
                .flatMap(key -> NoticeKind.of(key).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> one(Section section, String key, List<String> choices) {
        String text = section.text(key);
        if (!text.isEmpty() && !choices.contains(text)) {
            section.fault(key, Spelling.unknown(text, choices));
        }
        return Optional.of(text).filter(choices::contains);
    }

    private static List<String> known(Section section, String key, Collection<String> known) {
        return known(section, key, known, List.of());
    }

    private static List<String> known(Section section, String key, Collection<String> known, List<String> otherwise) {
        List<String> words = section.texts(key, otherwise);
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).isBlank() && !known.contains(words.get(i))) {
                section.fault("%s[%d]".formatted(key, i), Spelling.unknown(words.get(i), known));
            }
        }
        return words;
    }
}

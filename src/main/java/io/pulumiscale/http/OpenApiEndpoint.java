package io.pulumiscale.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** {@code GET /openapi.json}: what the server can be asked, for programs. Like every path, it is nobody's business without a token. */
final class OpenApiEndpoint implements PromptEndpoint {
    private final String document = document();

    @Override
    public Answer answer(Request request) {
        request.takesNoQueryBut();
        return Answer.text("application/json", document);
    }

    private static String document() {
        try (InputStream resource = OpenApiEndpoint.class.getResourceAsStream("openapi.json")) {
            return new String(
                    Objects.requireNonNull(resource, "the document is in the jar")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.pulumiscale.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Over HTTP, without credentials. */
final class HttpWeb implements Web {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public Answer get(URI address, Optional<SSLContext> trust) throws IOException {
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(
                        HttpClient.Version
                                .HTTP_1_1) // an API server may end HTTP/2 with a GOAWAY, which is an error here
                .connectTimeout(PATIENCE);
        trust.ifPresent(client::sslContext);
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        try {
            HttpResponse<Void> response = client.build().send(request, BodyHandlers.discarding());
            return new Answer(
                    response.statusCode(), response.headers().firstValue("Date").flatMap(HttpWeb::instant));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

package io.pulumiscale.notice;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Over HTTP. Follows no redirect, and takes no longer than its patience, however slowly the answer trickles. */
final class HttpPost implements Post {
    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    /** It is the body that is at fault, and it will be the same. */
    private static final Set<Integer> NEVER = Set.of(400, 410, 413, 422);

    private final Duration patience;
    private final HttpClient client;

    HttpPost(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .connectTimeout(CONNECTED_WITHIN)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public Answer send(URI url, Message message) throws InterruptedException {
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(request(url, message), HttpResponse.BodyHandlers.discarding());
        try {
            return answer(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return new Answer.Failed(problem(e.getCause()), Optional.empty());
        } catch (TimeoutException e) {
            return new Answer.Failed("no answer within " + patience, Optional.empty());
        } finally {
            answer.cancel(true);
        }
    }

    private HttpRequest request(URI url, Message message) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("User-Agent", "PulumiScale")
                .POST(HttpRequest.BodyPublishers.ofString(message.body()));
        message.headers().forEach(request::header);
        return request.build();
    }

    private static Answer answer(HttpResponse<Void> response) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return new Answer.Taken();
        }
        String reason = "the answer is " + status;
        return NEVER.contains(status)
                ? new Answer.Refused(reason)
                : new Answer.Failed(
                        reason, response.headers().firstValue("Retry-After").flatMap(HttpPost::seconds));
    }

    /** The other form of it, a date, is not worth trusting two clocks for. */
    private static Optional<Duration> seconds(String text) {
        if (!text.matches("\\d{1,9}")) {
            return Optional.empty();
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(text));
        return Optional.of(asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked);
    }

    /** In own words: those of others may have the URL in them. */
    private static String problem(@Nullable Throwable failure) {
        if (failure instanceof HttpTimeoutException) {
            return "no answer in time";
        }
        if (failure instanceof ConnectException) {
            return failure.getCause() instanceof UnresolvedAddressException ? "no such host" : "cannot be connected to";
        }
        if (failure instanceof SSLException) {
            return "TLS fails: is its certificate of an authority that this JVM trusts?";
        }
        return failure instanceof IOException ? "the connection broke" : "it cannot be sent";
    }
}

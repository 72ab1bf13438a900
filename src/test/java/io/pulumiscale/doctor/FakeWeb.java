package io.pulumiscale.doctor;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Answers for servers; those that it does not know refuse the connection. */
final class FakeWeb implements Web {
    final List<URI> asked = new ArrayList<>();
    private final Map<URI, Answer> answers = new HashMap<>();

    FakeWeb answers(String address, int status, Instant date) {
        answers.put(URI.create(address), new Answer(status, Optional.of(date)));
        return this;
    }

    @Override
    public Answer get(URI address, Optional<SSLContext> trust) throws IOException {
        asked.add(address);
        Answer answer = answers.get(address);
        if (answer == null) {
            throw new ConnectException("refused");
        }
        return answer;
    }
}

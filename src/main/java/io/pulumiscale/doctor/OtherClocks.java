package io.pulumiscale.doctor;

import io.pulumiscale.doctor.ClockCheck.OtherClock;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** The clocks of whom the scaler works with. Servers tell it with every answer, also with a refusal. */
final class OtherClocks {
    private final Web web;

    OtherClocks(Web web) {
        this.web = web;
    }

    List<OtherClock> of(JournalCheck journal, Engine engine, ClusterCheck cluster, AwsCheck aws) {
        return List.of(
                new OtherClock("the journal's database", journal::clock),
                new OtherClock("the backend", () -> backend(engine)),
                new OtherClock("the cluster", cluster::clock),
                new OtherClock("AWS", () -> aws.endpoint().flatMap(address -> date(address, Optional.empty()))));
    }

    private Optional<Instant> backend(Engine engine) {
        try {
            String url =
                    engine.json("whoami", "--verbose", "--json").path("url").asText();
            return new Backend(url).isPulumiCloud() ? date(URI.create(url), Optional.empty()) : Optional.empty();
        } catch (Engine.NotDone e) {
            return Optional.empty();
        }
    }

    private Optional<Instant> date(URI address, Optional<SSLContext> trust) {
        try {
            return web.get(address, trust).date();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

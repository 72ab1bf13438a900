package io.pulumiscale.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // it is closed, and that is its use
class PageSearchTest {
    private static final URI PAGE = URI.create("https://app.pulumi.com/acme/shop/prod");
    private static final Duration SOON = Duration.ofMillis(5);
    private static final Duration SEVERAL_TRIES = Duration.ofMillis(100);

    private final List<URI> found = new CopyOnWriteArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void whatIsFoundIsToldAndNotLookedForAgain() {
        try (PageSearch search = PageSearch.start(() -> look(Optional.of(PAGE)), found::add, SOON)) {
            await().until(() -> !found.isEmpty());
            await().during(SEVERAL_TRIES).until(() -> looks.get() == 1);
        }
        assertThat(found).containsExactly(PAGE);
    }

    @Test
    void whereThereIsNoneThatIsAnAnswer() {
        try (PageSearch search = PageSearch.start(() -> look(Optional.empty()), found::add, SOON)) {
            await().until(() -> looks.get() == 1);
            await().during(SEVERAL_TRIES).until(() -> looks.get() == 1);
        }
        assertThat(found).isEmpty();
    }

    @Test
    void whatFailsIsTriedAFewTimes() {
        try (PageSearch search = PageSearch.start(
                () -> {
                    looks.incrementAndGet();
                    throw new IllegalStateException("the backend is away");
                },
                found::add,
                SOON)) {
            await().until(() -> looks.get() == 5);
            await().during(SEVERAL_TRIES).until(() -> looks.get() == 5);
        }
    }

    private Optional<URI> look(Optional<URI> answer) {
        looks.incrementAndGet();
        return answer;
    }
}

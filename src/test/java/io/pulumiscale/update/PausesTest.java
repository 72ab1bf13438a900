package io.pulumiscale.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PausesTest {
    private final ScheduledThreadPoolExecutor timer = Pauses.timer();
    private final Pauses pauses = new Pauses(timer);

    @AfterEach
    void shutDown() {
        timer.shutdownNow();
    }

    @Test
    void whoWaitsGoesOnAtTheEnd() throws Exception {
        Future<?> next = pauses.schedule(pauses::ended, 1, TimeUnit.HOURS);
        assertThat(next).isNotDone();
        pauses.end();
        assertThat(next.get(10, TimeUnit.SECONDS)).isEqualTo(true);
        assertThat(timer.getQueue()).isEmpty();
    }

    /** Between a try and its pause. */
    @Test
    void whoComesAfterTheEndDoesNotWait() throws Exception {
        pauses.end();
        assertThat(pauses.schedule(pauses::ended, 1, TimeUnit.HOURS).get(10, TimeUnit.SECONDS))
                .isEqualTo(true);
    }

    @Test
    void whatRunsGoesOnUninterrupted() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Future<?> running = pauses.schedule(
                () -> {
                    begun.countDown();
                    goOn.await();
                    return "done";
                },
                0,
                TimeUnit.HOURS);
        begun.await();
        pauses.end();
        pauses.end();
        goOn.countDown();
        assertThat(running.get(10, TimeUnit.SECONDS)).isEqualTo("done");
    }
}

package io.pulumiscale;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Turns SIGTERM and Ctrl-C into an interrupt of the main thread, and lets it tidy up before the process ends. */
final class Termination {
    /** More than the longest grace that an update may have, and than stopping it takes. */
    private static final long PATIENCE_SECONDS = 3_900;

    private final CountDownLatch tidy = new CountDownLatch(1);

    Termination(Thread worker) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            worker.interrupt();
            await();
        }));
    }

    /** Returns when the process is told to end. */
    static void awaitSignal() {
        CountDownLatch never = new CountDownLatch(1);
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.interrupted(); // it was meant for this: what follows may block
        }
    }

    void tidied() {
        tidy.countDown();
    }

    private void await() {
        try {
            boolean unused = tidy.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

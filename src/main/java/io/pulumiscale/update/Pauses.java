package io.pulumiscale.update;

import dev.failsafe.spi.Scheduler;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Where Failsafe's tries wait for their turn and run. Told to end, it lets nobody wait any longer; nothing is interrupted,
 * so a try that is running goes on. For several threads at once.
 */
final class Pauses implements Scheduler {
    private static final long IDLE_SECONDS = 10;

    private final ScheduledThreadPoolExecutor timer;
    private boolean ended;

    Pauses() {
        this(timer());
    }

    Pauses(ScheduledThreadPoolExecutor timer) {
        this.timer = timer;
    }

    /** Its thread goes when nothing waits, and keeps no process alive: whoever runs an update waits for it. */
    static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, tries -> {
            Thread thread = new Thread(tries, "update");
            thread.setDaemon(true);
            return thread;
        });
        timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        return timer;
    }

    @Override
    public synchronized ScheduledFuture<?> schedule(Callable<?> next, long delay, TimeUnit unit) {
        return timer.schedule(next, ended ? 0 : delay, unit);
    }

    /** Whoever waits goes on now, and has to look at {@link #ended} first. */
    synchronized void end() {
        ended = true;
        List.copyOf(timer.getQueue()).stream().filter(timer::remove).forEach(timer::execute);
    }

    synchronized boolean ended() {
        return ended;
    }
}

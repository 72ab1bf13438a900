package io.pulumiscale.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * The one writer. Writes that come while a transaction is being made durable wait, and share the next one: many callers
 * pay for one fsync. Each caller waits for its own answer and fails alone, unless the transaction fails for all.
 */
final class GroupCommit implements AutoCloseable {
    private static final int LARGEST_GROUP = 256;

    private final Database database;
    private final Consumer<Handle> opening;
    private final BlockingQueue<Write<?>> queue;
    private final Thread thread = new Thread(this::run, "journal");
    /** What callers do with their answers holds up nobody's transaction. */
    private final ExecutorService answers = Executors.newSingleThreadExecutor(GroupCommit::answering);

    private boolean closing; // guarded by this
    private final AtomicLong transactions = new AtomicLong();

    /**
     * @param room how many callers may wait; at least 1
     * @param opening what every transaction begins with
     */
    GroupCommit(Database database, int room, Consumer<Handle> opening) {
        this.database = database;
        this.opening = opening;
        this.queue = new ArrayBlockingQueue<>(room);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Returns when it is durable.
     *
     * @throws JournalException nothing was written, or nobody knows: the journal is full, away or closed
     */
    <T> T write(Write.Work<T> work) {
        Write<T> write = new Write<>(work);
        enqueue(write);
        return write.await();
    }

    /** Does not wait; what comes at the same moment is written together. */
    Write<List<Appended>> keep(Arrival arrival) {
        ArrivalWrite write = new ArrivalWrite(arrival);
        enqueue(write);
        return write;
    }

    /** How many callers wait for the transaction after this one. */
    int waiting() {
        return queue.size();
    }

    /** How many transactions there were. */
    long transactions() {
        return transactions.get();
    }

    private synchronized void enqueue(Write<?> write) {
        if (closing) {
            write.failed(new JournalException("the journal is closed"));
        } else if (!queue.offer(write)) {
            write.failed(new JournalException("too many callers wait for the journal"));
        }
    }

    private void run() {
        try {
            while (true) {
                Write<?> first = queue.take();
                if (first == Write.END) {
                    return;
                }
                commit(group(first));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the journal", e);
        }
    }

    private List<Write<?>> group(Write<?> first) {
        List<Write<?>> group = new ArrayList<>(List.of(first));
        while (group.size() < LARGEST_GROUP && queue.peek() != null && queue.peek() != Write.END) {
            group.add(queue.remove());
        }
        return group;
    }

    private void commit(List<Write<?>> group) {
        try {
            transactions.incrementAndGet();
            database.transaction(handle -> attempt(handle, group));
            answers.execute(() -> group.forEach(Write::committed));
        } catch (RuntimeException | Error e) {
            group.forEach(write -> write.failed(e));
        }
    }

    private void attempt(Handle handle, List<Write<?>> group) {
        opening.accept(handle);
        List<ArrivalWrite> arrivals = new ArrayList<>();
        for (Write<?> write : group) {
            if (write instanceof ArrivalWrite arrival) {
                arrivals.add(arrival);
            } else {
                write.attempt(handle);
            }
        }
        if (!arrivals.isEmpty()) {
            ArrivalWrite.attempt(handle, arrivals);
        }
    }

    private static Thread answering(Runnable work) {
        Thread thread = new Thread(work, "journal-answers");
        thread.setDaemon(true);
        return thread;
    }

    /** Finishes what was handed in. */
    @Override
    public void close() {
        synchronized (this) {
            if (closing) {
                return;
            }
            closing = true;
        }
        boolean interrupted = false;
        while (true) {
            try {
                queue.put(Write.END);
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        answers.shutdown();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.pulumiscale.journal;

import io.pulumiscale.model.Alert;
import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalStatus;
import io.pulumiscale.model.Decided;
import io.pulumiscale.model.Declined;
import io.pulumiscale.model.Direction;
import io.pulumiscale.model.EngineRun;
import io.pulumiscale.model.HistoryEntry;
import io.pulumiscale.model.HistoryQuery;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.IntentStory;
import io.pulumiscale.model.Notice;
import io.pulumiscale.model.Pause;
import io.pulumiscale.model.PoolHistory;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.SizeChange;
import io.pulumiscale.model.Update;
import io.pulumiscale.model.UpdateStatus;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** A journal in a database: what a method has returned from is on the disk, and a restart finds it. */
public final class JdbcJournal implements Journal {
    private static final int ROOM = 1_024;

    private final Runnable release;
    private final Database database;
    private final FencedLease lease;
    private final GroupCommit writer;
    private final Housekeeping housekeeping;

    private JdbcJournal(Database database, FencedLease lease, Retention retention, Clock clock, Runnable release) {
        this.release = release;
        this.database = database;
        this.lease = lease;
        this.writer = new GroupCommit(database, ROOM, lease::takeTurn);
        this.housekeeping = Housekeeping.start(writer, retention, clock);
    }

    /**
     * In a file, which is made if it is not there, and is held against other scalers.
     *
     * @throws JournalException it cannot be opened, or another scaler has it
     */
    public static JdbcJournal file(Path file, Retention retention, Clock clock) {
        SoleUser held = SoleUser.of(file);
        try {
            Database database = Database.open(Sqlite.at(file), "sqlite");
            return new JdbcJournal(database, new SoleLease(), retention, clock, held::close);
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
    }

    /**
     * On a PostgreSQL server, in a database or schema that only scalers of one stack use.
     *
     * @throws JournalException it cannot be reached
     */
    public static JdbcJournal postgresql(
            String url, Optional<String> user, Optional<String> password, Retention retention, Clock clock) {
        Database database = Database.open(Postgres.at(url, user, password), "postgresql");
        return new JdbcJournal(database, PostgresLease.start(database), retention, clock, () -> {});
    }

    @Override
    public List<Appended> append(List<ScalingIntent> intents, List<AlertEnd> ends, Instant at, int mostWaiting) {
        return writer.keep(new Arrival(intents, ends, at, mostWaiting)).await();
    }

    @Override
    public CompletionStage<List<Appended>> appendAsync(
            List<ScalingIntent> intents, List<AlertEnd> ends, Instant at, int mostWaiting) {
        return writer.keep(new Arrival(intents, ends, at, mostWaiting)).answer();
    }

    @Override
    public Map<String, IntentId> known(Collection<String> keys) {
        return database.read(handle -> Intents.known(handle, keys));
    }

    @Override
    public List<Alert> alerts(Instant endedSince) {
        return database.read(handle -> Alerts.list(handle, endedSince));
    }

    @Override
    public Map<String, PoolHistory> histories() {
        return database.read(Histories::all);
    }

    @Override
    public List<ScalingIntent> waiting() {
        return database.read(Intents::waiting);
    }

    @Override
    public void hold(Hold decision, Instant at) {
        decided(handle -> Notices.held(handle, decision, Decisions.hold(handle, decision, at), at));
    }

    @Override
    public Update plan(List<Resize> resizes, Instant at) {
        return decision(handle -> Updates.plan(handle, resizes, at));
    }

    @Override
    public void save(Update update) {
        decided(handle -> {
            Updates.save(handle, update);
            Histories.ended(handle, update);
            Approvals.ended(handle, update);
            Notices.ended(handle, update);
        });
    }

    @Override
    public void withdraw(Update update, String why, Instant at) {
        decided(handle -> {
            Updates.save(handle, update.ended(UpdateStatus.WITHDRAWN, Optional.of(why), at));
            Intents.waitAgain(handle, update.id());
        });
    }

    @Override
    public List<Update> unfinished() {
        return database.read(Updates::unfinished);
    }

    @Override
    public List<Update> updates(int limit) {
        return database.read(handle -> Updates.newest(handle, limit));
    }

    @Override
    public Map<String, Decided> lastDecisions() {
        return database.read(Decisions::last);
    }

    @Override
    public List<HistoryEntry> history(HistoryQuery query) {
        return database.read(handle -> Chronicle.list(handle, query));
    }

    @Override
    public Optional<IntentStory> intent(IntentId id) {
        return database.read(handle -> Chronicle.intent(handle, id));
    }

    @Override
    public List<SizeChange> sizes(String pool, Instant since, int limit) {
        return database.read(handle -> Chronicle.sizes(handle, pool, since, limit));
    }

    @Override
    public Set<String> stalled() {
        return database.read(Histories::stalled);
    }

    @Override
    public void pause(List<Pause> pauses) {
        write(handle -> Pauses.pause(handle, pauses));
    }

    @Override
    public void resume(String pool, Set<Direction> directions) {
        write(handle -> Pauses.resume(handle, pool, directions));
    }

    @Override
    public List<Pause> pauses() {
        return database.read(Pauses::list);
    }

    @Override
    public Approval ask(Resize resize, Instant at, Instant expiresAt) {
        return decision(handle -> {
            Approval asked = Approvals.ask(handle, resize, at, expiresAt);
            Notices.asked(handle, asked);
            return asked;
        });
    }

    @Override
    public Optional<Approval> approve(long approval, Instant now) {
        return writer.write(handle -> Approvals.approve(handle, approval, now));
    }

    @Override
    public Optional<Approval> decline(long approval, Declined word) {
        return writer.write(handle -> Approvals.decline(handle, approval, word));
    }

    @Override
    public void close(Approval approval, ApprovalStatus how) {
        decided(handle -> Approvals.close(handle, approval.id(), how));
    }

    @Override
    public List<Approval> approvals() {
        return database.read(Approvals::latest);
    }

    @Override
    public void save(EngineRun run) {
        write(handle -> EngineRuns.save(handle, run));
    }

    @Override
    public List<EngineRun> engineRuns() {
        return database.read(EngineRuns::list);
    }

    @Override
    public void follow(String receiver) {
        write(handle -> Notices.follow(handle, receiver));
    }

    @Override
    public List<Notice> notices(String receiver, int limit) {
        return database.read(handle -> Notices.list(handle, receiver, limit));
    }

    @Override
    public void told(String receiver, long notice) {
        write(handle -> Notices.told(handle, receiver, notice));
    }

    @Override
    public Lease lease() {
        return lease;
    }

    private void write(Consumer<Handle> work) {
        writer.write(handle -> {
            work.accept(handle);
            return true;
        });
    }

    private <T> T decision(Write.Work<T> work) {
        return writer.write(handle -> {
            lease.fence(handle);
            return work.on(handle);
        });
    }

    private void decided(Consumer<Handle> work) {
        decision(handle -> {
            work.accept(handle);
            return true;
        });
    }

    @Override
    public void close() {
        housekeeping.close();
        writer.close();
        lease.close();
        database.close();
        release.run();
    }
}

package io.pulumiscale.journal;

import static io.pulumiscale.model.Samples.NOW;
import static io.pulumiscale.model.Samples.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.pulumiscale.journal.Tenure.Elsewhere;
import io.pulumiscale.journal.Tenure.Held;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.ApprovalStatus;
import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Decided;
import io.pulumiscale.model.Declined;
import io.pulumiscale.model.HistoryQuery;
import io.pulumiscale.model.Hold;
import io.pulumiscale.model.Resize;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Update;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two scalers on one real server. */
class PostgresLeaseIT {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresLeaseIT.class);
    private static final Duration PROMISED = Duration.ofSeconds(10);
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PULUMISCALE_JOURNAL_USER", "postgres", "PULUMISCALE_JOURNAL_PASSWORD", "unused");
    private static final Resize RESIZE = new Resize("web", 3, 5, "two more", List.of());

    private EmbeddedPostgres server;
    private Journal here;

    @BeforeEach
    void open() throws IOException {
        server = EmbeddedPostgres.builder().start();
        here = open(Clock.systemUTC());
    }

    @AfterEach
    void close() throws IOException {
        here.close();
        server.close();
    }

    @Test
    void oneHasItAndKeepsIt() {
        assertThat(here.lease().tenure()).isEqualTo(new Held(1));
        try (Journal there = open(Clock.systemUTC())) {
            await().during(PostgresLease.LENGTH.plusSeconds(2))
                    .atMost(PROMISED)
                    .until(() -> there.lease().tenure() instanceof Elsewhere);
        }
        assertThat(here.lease().tenure()).isEqualTo(new Held(1));
    }

    @Test
    void whereNobodyKnowsWhoHasItNobodyMayDecide() throws IOException {
        assertThat(here.lease().tenure()).isEqualTo(new Held(1));
        assertThat(here.lease().lost()).isEmpty();
        server.close();
        assertThat(here.lease().lost())
                .hasValueSatisfying(
                        why -> assertThat(why).startsWith("nobody knows whether another scaler has taken over"));
    }

    /** A yes here and a no there: on one row, whoever is first. */
    @Test
    void ofAYesAndANoThatTwoScalersTakeAtOnceOneCounts() throws Exception {
        assertThat(here.lease().tenure()).isEqualTo(new Held(1));
        try (Journal there = open(Clock.systemUTC())) {
            int declined = 0;
            for (int i = 0; i < 20; i++) {
                Instant now = Instant.now();
                long id = here.ask(RESIZE, now, now.plusSeconds(60)).id();
                CyclicBarrier start = new CyclicBarrier(2);
                var yes = DeclineContract.together(start, () -> here.approve(id, now));
                var no = DeclineContract.together(start, () -> there.decline(id, new Declined("ana", "", now)));
                assertThat(yes.get()).map(Approval::status).isEqualTo(no.get().map(Approval::status));
                declined += no.get().orElseThrow().declined().isPresent() ? 1 : 0;
            }
            assertThat(there.history(HistoryQuery.latest(30))).hasSize(declined);
        }
    }

    @Test
    void whoEndsGivesItUpAtOnce() {
        try (Journal there = open(Clock.systemUTC())) {
            assertThat(there.lease().tenure()).isEqualTo(new Held(1));
            assertThat(here.lease().tenure()).isInstanceOf(Elsewhere.class);
        }
        assertThat(here.lease().tenure()).isEqualTo(new Held(2));
    }

    @Test
    void whoIsKilledIsFollowedInTime() throws Exception {
        try (OtherScaler there = OtherScaler.start(url(), ENVIRONMENT)) {
            assertThat(there.says()).isEqualTo("Held[epoch=1]");
            assertThat(there.decides()).isEqualTo("written");
            there.kill();
            assertThat(takenOver("a kill")).isEqualTo(new Held(2));
        }
    }

    /** A halted process is one whose host sleeps: it wakes up, and believes that it is still its turn. */
    @Test
    void whoIsHaltedIsFollowedInTimeAndRefusedAfterwards() throws Exception {
        try (OtherScaler there = OtherScaler.start(url(), ENVIRONMENT)) {
            assertThat(there.says()).isEqualTo("Held[epoch=1]");
            there.signal("STOP");
            assertThat(takenOver("a halt")).isEqualTo(new Held(2));
            there.signal("CONT");
            assertThat(there.decides()).contains("refused").contains("another scaler has taken over");
            assertThat(here.lastDecisions()).isEmpty();
        }
    }

    @Test
    void whoStopsInTheMiddleOfATransactionKeepsNobodyWaiting() {
        try (Database stuck =
                Database.open(Postgres.at(url(), Optional.of("postgres"), Optional.empty()), "postgresql")) {
            PostgresLease lease = new PostgresLease(stuck, System::nanoTime);
            assertThat(lease.tenure()).isEqualTo(new Held(1));
            CompletableFuture<Tenure> next = new CompletableFuture<>();
            assertThatThrownBy(() -> stuck.transaction(handle -> {
                        lease.takeTurn(handle);
                        lease.fence(handle);
                        next.complete(takenOver("a stop in a transaction"));
                        handle.execute("INSERT INTO pool_history (pool) VALUES ('web')");
                    }))
                    .isInstanceOf(org.jdbi.v3.core.JdbiException.class);
            assertThat(next).isCompletedWithValue(new Held(2));
            here.hold(new Hold("web", 3, "the turn is free", List.of()), NOW);
            assertThat(here.histories()).isEmpty();
        }
    }

    @Test
    void whatAFormerHolderDecidesIsRefusedAndNothingOfItIsWritten() {
        assertThat(here.lease().tenure()).isEqualTo(new Held(1));
        Update running = here.plan(List.of(RESIZE), NOW);
        Approval asked = here.ask(RESIZE, NOW, NOW.plusSeconds(60));
        try (Journal there = open(Clock.systemUTC())) {
            sql("UPDATE lease SET expires_at = now()");
            assertThat(there.lease().tenure()).isEqualTo(new Held(2));
            assertThat(here.lease().lost()).contains("another scaler has taken over");
            assertThat(there.lease().lost()).isEmpty();
            refused(() -> here.hold(new Hold("web", 4, "enough", List.of()), NOW));
            refused(() -> here.plan(List.of(RESIZE), NOW));
            refused(() -> here.save(running.running(NOW)));
            refused(() -> here.withdraw(running, "moved", NOW));
            refused(() -> here.ask(RESIZE, NOW, NOW.plusSeconds(60)));
            refused(() -> here.close(asked, ApprovalStatus.OUTDATED));
            assertThat(there.updates(10)).containsExactly(running);
            assertThat(there.lastDecisions().values())
                    .extracting(Decided::decision)
                    .containsExactly(RESIZE);
            assertThat(there.approvals()).containsExactly(asked);
            there.save(running.running(NOW));
        }
    }

    @Test
    void everybodyTakesInIntentsAndPeoplesWords() {
        assertThat(here.lease().tenure()).isEqualTo(new Held(1));
        Approval asked = here.ask(RESIZE, NOW, NOW.plusSeconds(60));
        ScalingIntent both = alert("both", "web", new Delta(1));
        try (Journal there = open(Clock.systemUTC())) {
            assertThat(there.append(List.of(both), List.of(), NOW)).containsExactly(new Appended.Accepted(both.id()));
            assertThat(here.append(List.of(both), List.of(), NOW)).containsExactly(new Appended.Duplicate(both.id()));
            assertThat(there.approve(asked.id(), NOW)).isPresent();
        }
        assertThat(here.waiting()).containsExactly(both);
        assertThat(here.approvals()).extracting(Approval::status).containsExactly(ApprovalStatus.APPROVED);
    }

    @Test
    void theSameAlertsInAnotherOrderAreNoDeadlock() {
        try (Journal there = open(Clock.systemUTC())) {
            for (int round = 0; round < 50; round++) {
                List<ScalingIntent> intents = intents(round);
                List<ScalingIntent> reversed = new ArrayList<>(intents);
                Collections.reverse(reversed);
                CompletableFuture<List<Appended>> meanwhile =
                        CompletableFuture.supplyAsync(() -> there.append(reversed, List.of(), NOW));
                List<Appended> all = new ArrayList<>(here.append(intents, List.of(), NOW));
                all.addAll(meanwhile.join());
                assertThat(all).filteredOn(Appended.Accepted.class::isInstance).hasSize(intents.size());
            }
        }
    }

    @Test
    void whoNeverHadItDecidesNothing() {
        refused(() -> here.plan(List.of(RESIZE), NOW));
        assertThat(here.updates(10)).isEmpty();
    }

    @Test
    void theScalersClocksMakeNoDifference() {
        assertThat(here.lease().tenure()).isEqualTo(new Held(1));
        try (Journal ahead = open(Clock.offset(Clock.systemUTC(), Duration.ofDays(1)));
                Journal behind = open(Clock.offset(Clock.systemUTC(), Duration.ofDays(-1)))) {
            assertThat(ahead.lease().tenure()).isInstanceOf(Elsewhere.class);
            assertThat(behind.lease().tenure()).isInstanceOf(Elsewhere.class);
            sql("UPDATE lease SET expires_at = now()");
            assertThat(behind.lease().tenure()).isEqualTo(new Held(2));
            assertThat(ahead.lease().tenure()).isInstanceOf(Elsewhere.class);
        }
        await().until(() -> here.lease().tenure() instanceof Held held && held.epoch() == 3);
    }

    /** Nobody else has it yet, but somebody may. */
    @Test
    void whoCannotRenewStopsBelievingInItBeforeItExpires() {
        AtomicLong ticker = new AtomicLong();
        try (Database database =
                Database.open(Postgres.at(url(), Optional.of("postgres"), Optional.empty()), "postgresql")) {
            PostgresLease lease = new PostgresLease(database, ticker::get);
            assertThat(lease.tenure()).isEqualTo(new Held(1));
            ticker.addAndGet(PostgresLease.LENGTH.minus(PostgresLease.MARGIN).toNanos() - 1);
            assertThat(lease.tenure()).isEqualTo(new Held(1));
            lease.renew();
            ticker.addAndGet(PostgresLease.LENGTH.minus(PostgresLease.MARGIN).toNanos() - 1);
            assertThat(lease.tenure()).as("renewed").isEqualTo(new Held(1));
            ticker.incrementAndGet();
            assertThat(lease.tenure()).as("taken anew").isEqualTo(new Held(2));
        }
    }

    private static List<ScalingIntent> intents(int round) {
        return IntStream.range(0, 30)
                .mapToObj(i -> alert(round + "-" + i, "web", new Delta(1)))
                .toList();
    }

    private Tenure takenOver(String what) {
        long since = System.nanoTime();
        await().atMost(PROMISED)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> here.lease().tenure() instanceof Held);
        LOG.info(
                "taken over {} ms after {}",
                Duration.ofNanos(System.nanoTime() - since).toMillis(),
                what);
        return here.lease().tenure();
    }

    private static void refused(ThrowingCallable decision) {
        assertThatThrownBy(decision)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("another scaler has taken over");
    }

    private Journal open(Clock clock) {
        return Journals.open(url(), ENVIRONMENT, clock);
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.getPort());
    }

    private void sql(String statement) {
        Jdbi.create(server.getPostgresDatabase()).useHandle(handle -> handle.execute(statement));
    }
}

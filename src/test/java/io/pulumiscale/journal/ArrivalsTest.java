package io.pulumiscale.journal;

import static io.pulumiscale.model.Samples.NOW;
import static io.pulumiscale.model.Samples.alert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulumiscale.journal.Appended.Accepted;
import io.pulumiscale.journal.Appended.Duplicate;
import io.pulumiscale.model.Alert;
import io.pulumiscale.model.Change.Delta;
import io.pulumiscale.model.Firing;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Source;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes while a transaction is made durable is kept by few statements; each caller has its own answer. */
class ArrivalsTest {
    private static final String REFUSE = """
            CREATE TRIGGER refuse BEFORE INSERT ON intents WHEN NEW.pool = 'cursed'
            BEGIN SELECT RAISE(ABORT, 'cursed'); END
            """;

    @TempDir
    private Path folder;

    private Database database;
    private GroupCommit writer;
    private final CountDownLatch goOn = new CountDownLatch(1);

    @BeforeEach
    void open() {
        database = Database.open(Sqlite.at(folder.resolve("journal.db")), "sqlite");
        writer = new GroupCommit(database, 100, handle -> {});
    }

    @AfterEach
    void close() {
        goOn.countDown();
        writer.close();
        database.close();
    }

    @Test
    void eachHasItsOwnAnswer() {
        List<Write<List<Appended>>> writes = together(arrival("a", "b"), arrival(), arrival("c"));
        assertThat(writes.get(0).await()).containsExactly(accepted("a"), accepted("b"));
        assertThat(writes.get(1).await()).isEmpty();
        assertThat(writes.get(2).await()).containsExactly(accepted("c"));
        assertThat(waiting()).containsExactly("a", "b", "c");
        assertThat(writer.transactions()).as("the busy one, and theirs").isEqualTo(2);
    }

    @Test
    void theSameFromTwoCallersIsKeptOnceAndTheSecondHearsOfTheFirst() {
        List<Write<List<Appended>>> writes = together(arrival("a"), arrival("b", "a"));
        assertThat(writes.get(0).await()).containsExactly(accepted("a"));
        assertThat(writes.get(1).await())
                .containsExactly(accepted("b"), new Duplicate(intent("a").id()));
        assertThat(waiting()).containsExactly("a", "b");
    }

    @Test
    void whoBringsTooManyIsRefusedAlone() {
        List<Write<List<Appended>>> writes =
                together(atMost(3, "a", "b"), atMost(3, "c", "d"), atMost(3, "e"), atMost(3, "a"), atMost(3, "f"));
        assertThat(writes.get(0).await()).containsExactly(accepted("a"), accepted("b"));
        assertThatThrownBy(() -> writes.get(1).await()).isInstanceOf(JournalFull.class);
        assertThat(writes.get(2).await()).containsExactly(accepted("e"));
        assertThat(writes.get(3).await())
                .containsExactly(new Duplicate(intent("a").id()));
        assertThatThrownBy(() -> writes.get(4).await()).isInstanceOf(JournalFull.class);
        assertThat(waiting()).containsExactly("a", "b", "e");
    }

    @Test
    void whoCannotBeKeptFailsAlone() {
        database.transaction(handle -> handle.execute(REFUSE));
        List<Write<List<Appended>>> writes = together(
                arrival("a"),
                new Arrival(List.of(intent("half"), alert("x", "cursed", new Delta(1))), List.of(), NOW, 100),
                arrival("b"));
        assertThat(writes.get(0).await()).containsExactly(accepted("a"));
        assertThatThrownBy(() -> writes.get(1).await())
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("cursed");
        assertThat(writes.get(2).await()).containsExactly(accepted("b"));
        assertThat(waiting()).containsExactly("a", "b");
    }

    @Test
    void ofTheSameAlertTheLatestBeginningCounts() {
        ScalingIntent later = firing("later", NOW.plusSeconds(9));
        ScalingIntent earlier = firing("earlier", NOW);
        together(new Arrival(List.of(later), List.of(), NOW, 100), new Arrival(List.of(earlier), List.of(), NOW, 100))
                .forEach(Write::await);
        List<Alert> alerts = database.read(handle -> Alerts.list(handle, NOW));
        assertThat(alerts)
                .singleElement()
                .satisfies(alert -> assertThat(alert.since()).isEqualTo(NOW.plusSeconds(9)));
    }

    /** In one transaction. */
    private List<Write<List<Appended>>> together(Arrival... arrivals) {
        CountDownLatch busy = new CountDownLatch(1);
        Thread occupied = new Thread(() -> writer.write(handle -> {
            busy.countDown();
            pass(goOn);
            return 0;
        }));
        occupied.start();
        pass(busy);
        List<Write<List<Appended>>> writes =
                Stream.of(arrivals).map(writer::keep).toList();
        goOn.countDown();
        return writes;
    }

    private static Arrival arrival(String... ids) {
        return atMost(100, ids);
    }

    private static Arrival atMost(int mostWaiting, String... ids) {
        return new Arrival(Stream.of(ids).map(ArrivalsTest::intent).toList(), List.of(), NOW, mostWaiting);
    }

    private static ScalingIntent intent(String id) {
        return alert(id, "web", new Delta(2));
    }

    private static ScalingIntent firing(String id, Instant since) {
        Optional<Firing> firing = Optional.of(new Firing("HighCPU", since));
        return new ScalingIntent(new IntentId(id), "web", new Delta(1), Source.ALERTMANAGER, id, firing, id, NOW);
    }

    private static Accepted accepted(String id) {
        return new Accepted(intent(id).id());
    }

    private List<String> waiting() {
        return database.read(Intents::waiting).stream()
                .map(it -> it.id().value())
                .toList();
    }

    private static void pass(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.pulumiscale.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {
    private static final int ROOM = 8;

    @TempDir
    private Path folder;

    private Database database;
    private GroupCommit writer;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @BeforeEach
    void open() {
        database = Database.open(Sqlite.at(folder.resolve("journal.db")), "sqlite");
        writer = new GroupCommit(database, ROOM, handle -> {});
        database.transaction(handle -> handle.execute("CREATE TABLE words (word TEXT NOT NULL UNIQUE)"));
    }

    @AfterEach
    void close() {
        goOn.countDown();
        writer.close();
        database.close();
    }

    @Test
    void whatWasWrittenStandsInTheDatabaseWhenTheCallReturns() {
        assertThat(write("a")).isEqualTo(1);
        assertThat(words()).containsExactly("a");
    }

    @Test
    void whatComesDuringATransactionSharesTheNextOne() {
        CompletableFuture<Integer> first = busy();
        List<CompletableFuture<Integer>> later = meanwhile(ROOM);
        goOn.countDown();
        later.forEach(CompletableFuture::join);
        assertThat(first.join()).isZero();
        assertThat(words()).hasSize(ROOM);
        assertThat(writer.transactions())
                .as("the busy one, and one for all the others")
                .isEqualTo(2);
    }

    @Test
    void whoFailsFailsAlone() {
        write("known");
        CompletableFuture<Integer> first = busy();
        CompletableFuture<Integer> good = CompletableFuture.supplyAsync(() -> write("good"));
        CompletableFuture<Integer> bad = CompletableFuture.supplyAsync(() -> writer.write(handle -> {
            insert(handle, "half");
            return insert(handle, "known");
        }));
        await().until(() -> writer.waiting() == 2);
        goOn.countDown();
        assertThat(first.join()).isZero();
        assertThat(good.join()).isEqualTo(1);
        assertThatThrownBy(bad::join).hasCauseInstanceOf(JournalException.class);
        assertThat(words()).containsExactlyInAnyOrder("known", "good");
    }

    @Test
    void whoSharesATransactionThatIsLostIsNotToldThatItWasKept() {
        CompletableFuture<Integer> first = busy();
        CompletableFuture<Integer> good = CompletableFuture.supplyAsync(() -> write("good"));
        await().until(() -> writer.waiting() == 1);
        CompletableFuture<Integer> bad =
                CompletableFuture.supplyAsync(() -> writer.write(handle -> handle.execute("ROLLBACK")));
        await().until(() -> writer.waiting() == 2);
        goOn.countDown();
        assertThat(first.join()).isZero();
        assertThatThrownBy(good::join).hasCauseInstanceOf(JournalException.class);
        assertThatThrownBy(bad::join).hasCauseInstanceOf(JournalException.class);
        assertThat(words()).isEmpty();
        assertThat(write("good")).isEqualTo(1);
    }

    @Test
    void whenTooManyWaitTheNextOneIsRefusedAndNothingOfItIsKept() {
        CompletableFuture<Integer> first = busy();
        List<CompletableFuture<Integer>> later = meanwhile(ROOM);
        assertThatThrownBy(() -> write("one too many"))
                .isInstanceOf(JournalException.class)
                .hasMessage("too many callers wait for the journal");
        goOn.countDown();
        later.forEach(CompletableFuture::join);
        assertThat(first.join()).isZero();
        assertThat(words()).hasSize(ROOM).doesNotContain("one too many");
        assertThat(write("one too many")).isEqualTo(1);
    }

    @Test
    void closingFinishesWhatWasHandedIn() {
        CompletableFuture<Integer> first = busy();
        List<CompletableFuture<Integer>> later = meanwhile(3);
        CompletableFuture<Void> closed = CompletableFuture.runAsync(writer::close);
        await().until(() -> writer.waiting() == 4); // the end, too
        goOn.countDown();
        closed.join();
        assertThat(words()).hasSize(3);
        assertThat(first.join()).isZero();
        assertThat(later).allSatisfy(write -> assertThat(write.join()).isEqualTo(1));
        assertThatThrownBy(() -> write("late")).isInstanceOf(JournalException.class);
    }

    /** Occupies the writer until told to go on. */
    private CompletableFuture<Integer> busy() {
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> writer.write(handle -> {
            begun.countDown();
            pass(goOn);
            return 0;
        }));
        pass(begun);
        return first;
    }

    private List<CompletableFuture<Integer>> meanwhile(int writes) {
        Stream<CompletableFuture<Integer>> all = IntStream.range(0, writes).mapToObj(i -> {
            CompletableFuture<Integer> write = new CompletableFuture<>();
            new Thread(() -> write.complete(write("word" + i))).start();
            return write;
        });
        List<CompletableFuture<Integer>> begun = all.toList();
        await().until(() -> writer.waiting() == writes);
        return begun;
    }

    private int write(String word) {
        return writer.write(handle -> insert(handle, word));
    }

    private static int insert(Handle handle, String word) {
        return handle.execute("INSERT INTO words (word) VALUES (?)", word);
    }

    private List<String> words() {
        return database.read(handle ->
                handle.createQuery("SELECT word FROM words").mapTo(String.class).list());
    }

    private static void pass(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

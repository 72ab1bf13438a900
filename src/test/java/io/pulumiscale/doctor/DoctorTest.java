package io.pulumiscale.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DoctorTest {
    private static final Finding FINE = new Finding.Fine("as it should be");
    private static final Finding FAILED = new Finding.Failed("it is not there", "get one");
    private static final Duration AT_ONCE = Duration.ofMillis(20);

    private final List<String> busy = new ArrayList<>();
    private final List<Result> told = new ArrayList<>();

    @Test
    void everyCheckIsRunAlsoAfterOneThatFails() {
        Report report = examine(Check.of("one", () -> FAILED), Check.of("two", () -> FINE));

        assertThat(report.results()).containsExactly(new Result("one", FAILED), new Result("two", FINE));
        assertThat(report.healthy()).isFalse();
        assertThat(told).isEqualTo(report.results());
    }

    @Test
    void aWarningIsNoFailureNorIsWhatCouldNotBeLookedAt() {
        Report report = examine(
                Check.of("one", () -> new Finding.Warning("it is old", "get a new one")),
                Check.of("two", () -> new Finding.NotChecked("there is none")));

        assertThat(report.healthy()).isTrue();
    }

    @Test
    void whatDependsOnAFailureIsNotRunNorWhatDependsOnThat() {
        Supplier<Finding> never = () -> {
            throw new AssertionError("it was run");
        };
        Report report = examine(
                Check.of("engine", () -> FAILED),
                Check.of("stack", never, "engine"),
                Check.of("secrets", never, "stack"),
                Check.of("clock", () -> FINE));

        assertThat(report.results())
                .extracting(Result::finding)
                .containsExactly(
                        FAILED,
                        new Finding.NotChecked("it needs what 'engine' looks at"),
                        new Finding.NotChecked("it needs what 'stack' looks at"),
                        FINE);
    }

    @Test
    void whatDependsOnAWarningIsRun() {
        Report report = examine(
                Check.of("stack", () -> new Finding.Warning("never deployed", "deploy")),
                Check.of("secrets", () -> FINE, "stack"));

        assertThat(report.results().get(1).finding()).isEqualTo(FINE);
    }

    @Test
    void aCheckThatThrowsHasFailedAndTheNextIsRun() {
        Report report = examine(
                Check.of("one", () -> {
                    throw new IllegalStateException("a bug");
                }),
                Check.of("two", () -> FINE));

        assertThat(report.results().get(0).finding()).isInstanceOf(Finding.Failed.class);
        assertThat(report.results().get(0).finding().text()).contains("a bug");
        assertThat(report.results().get(1).finding()).isEqualTo(FINE);
    }

    @Test
    void aCheckThatHangsHasFailedIsSaidToBeGoingOnAndTheNextIsRun() {
        CountDownLatch never = new CountDownLatch(1);
        Doctor doctor = new Doctor(new Doctor.Patience(AT_ONCE, AT_ONCE.multipliedBy(2)), busy::add);

        Report report = doctor.examine(List.of(Check.of("slow", () -> waits(never))), told::add);

        assertThat(report.results().get(0).finding().text()).startsWith("no answer within");
        assertThat(report.healthy()).isFalse();
        assertThat(busy).containsExactly("slow");
        never.countDown();
    }

    @Test
    void ofAQuickCheckNothingIsSaidButItsResult() {
        var unused = examine(Check.of("quick", () -> FINE));
        assertThat(busy).isEmpty();
    }

    private static Finding waits(CountDownLatch latch) {
        try {
            latch.await();
            return FINE;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Report examine(Check... checks) {
        return new Doctor(Doctor.Patience.standard(), busy::add).examine(List.of(checks), told::add);
    }
}

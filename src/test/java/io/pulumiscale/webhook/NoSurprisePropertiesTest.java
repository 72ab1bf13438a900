package io.pulumiscale.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes in, it is understood or refused; nothing else escapes, and no pool is made up. */
class NoSurprisePropertiesTest {
    private static final String NOTIFICATION =
            ("{\"Type\":\"Notification\",\"MessageId\":\"m\",\"TopicArn\":\"%s\",\"Message\":%s,"
                            + "\"Timestamp\":\"2026-11-20T09:31:12.100Z\",\"SignatureVersion\":\"2\","
                            + "\"Signature\":\"AA==\",\"SigningCertURL\":\"https://sns.us-east-1.amazonaws.com/x\"}")
                    .formatted(Fixture.TOPIC, quoted(Fixture.payload("cloudwatch-alarm-message.json")));
    private static final List<String> GOOD = List.of(
            Fixture.payload("alertmanager-firing.json"),
            NOTIFICATION,
            "{\"action\":\"delta\",\"value\":2,\"reason\":\"launch\"}",
            "[{\"labels\":{\"alertname\":\"A\",\"pool_name\":\"web\"},\"annotations\":{},"
                    + "\"startsAt\":\"2026-11-20T09:30:00Z\",\"endsAt\":\"2026-11-20T09:36:00Z\"}]");
    private static final List<String> FRAGMENTS = List.of(
            "null",
            "1e999",
            "99999999999",
            "-1",
            "{}",
            "[]",
            "\"\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "[[[[[[",
            "true",
            "\"ALARM\"",
            "\"web\"",
            "\"nowhere\"",
            "\"+2147483648\"",
            "\"٣\"",
            "0.5",
            ",",
            ":",
            "\"",
            "}",
            "\\");

    @Property(tries = 1000)
    void arbitraryBytes(@ForAll byte[] body) {
        everyAdapterCopesWith(body);
    }

    @Property(tries = 2000)
    void mutatedPayloads(@ForAll("mutated") String body) {
        everyAdapterCopesWith(body.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 1000)
    void mutatedAlarms(@ForAll("mutatedAlarm") String alarm) {
        alarmsCopeWith(alarm);
    }

    @Provide
    Arbitrary<String> mutated() {
        return mutations(Arbitraries.of(GOOD));
    }

    @Provide
    Arbitrary<String> mutatedAlarm() {
        return mutations(Arbitraries.just(Fixture.payload("cloudwatch-alarm-message.json")));
    }

    private static Arbitrary<String> mutations(Arbitrary<String> originals) {
        return Combinators.combine(
                        originals,
                        Arbitraries.integers().between(0, 3000),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.of(FRAGMENTS))
                .as(NoSurprisePropertiesTest::spliced);
    }

    private static String spliced(String text, int at, int length, String fragment) {
        int from = at % text.length();
        int to = Math.min(text.length(), from + length);
        return text.substring(0, from) + fragment + text.substring(to);
    }

    private static void everyAdapterCopesWith(byte[] body) {
        alertsCopeWith(body);
        peopleCopeWith(body);
        snsCopesWith(body);
    }

    static void alertsCopeWith(byte[] body) {
        copes(() -> Fixture.alerts().read(body));
    }

    static void peopleCopeWith(byte[] body) {
        copes(() -> Received.of(Fixture.manual().read(Fixture.WEB, body, Optional.empty())));
    }

    static void alarmsCopeWith(String alarm) {
        copes(() -> Fixture.cloudWatch().read(Fixture.notification(alarm)));
    }

    static void snsCopesWith(byte[] body) {
        copes(() ->
                Fixture.inbox().open(body, header -> Optional.empty()) instanceof SnsMessage.Notification notification
                        ? Fixture.cloudWatch().read(notification)
                        : Received.ignored(List.of()));
    }

    private static void copes(Supplier<Received> reading) {
        try {
            check(reading.get());
        } catch (MalformedPayload e) {
            assertThat(e.faults())
                    .isNotEmpty()
                    .allSatisfy(fault -> assertThat(fault.at()).isNotEmpty());
        } catch (ForeignTopic e) {
            assertThat(e).hasMessageContaining("not this stack's");
        } catch (UntrustedMessage e) {
            assertThat(e).hasMessageStartingWith("sent at");
        }
    }

    private static void check(Received received) {
        Consumer<String> oneLine = text -> assertThat(text.codePoints()).noneMatch(Character::isISOControl);
        assertThat(received.intents()).allSatisfy(intent -> {
            assertThat(Fixture.POOLS.find(intent.pool())).isPresent();
            assertThat(intent.reason()).contains(intent.change().text()).satisfies(oneLine);
        });
        assertThat(received.resolved())
                .allSatisfy(it -> assertThat(Fixture.POOLS.find(it.pool())).isPresent());
        assertThat(received.ignored()).allSatisfy(it -> assertThat(it.reason()).satisfies(oneLine));
        assertThat(received.strays())
                .allSatisfy(it ->
                        assertThat(it.pool().orElse("")).hasSizeLessThan(100).satisfies(oneLine));
    }

    private static String quoted(String text) {
        return '"' + text.strip().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

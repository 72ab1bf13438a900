package io.pulumiscale.webhook;

import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.Change;
import io.pulumiscale.model.Firing;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.Source;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A CloudWatch alarm's change of state; with insufficient data it asks for nothing any more, as with OK. Single metric,
 * metric math and composite alarms differ only in what is not read here. The alarms that count are those that the stack's program provisions for its pools. The deduplication key is
 * {@code AlarmArn/StateChangeTime/NewStateValue}. The source is
 * docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html.
 */
public final class CloudWatchAdapter {
    private static final int LONGEST_ARN = 600;

    private final Supplier<PoolCatalog> catalog;
    private final IntentFactory intents;

    public CloudWatchAdapter(Supplier<PoolCatalog> catalog, IntentFactory intents) {
        this.catalog = catalog;
        this.intents = intents;
    }

    /** The same, of a sender that may know of every pool. */
    public Received read(SnsMessage.Notification notification) {
        return read(notification, UnaryOperator.identity());
    }

    /**
     * An alarm that is no pool's is ignored.
     *
     * @param sight which of the pools the sender may know of; any other has no alarm
     * @throws MalformedPayload the message is no alarm
     */
    public Received read(SnsMessage.Notification notification, UnaryOperator<PoolCatalog> sight) {
        Faults faults = new Faults();
        Place root = Json.read(notification.message(), "Message", faults);
        Optional<String> name = root.get("AlarmName").text();
        Optional<String> arn = root.get("AlarmArn").text();
        Optional<Instant> since = Timestamps.cloudWatch(root.get("StateChangeTime"));
        Optional<State> state = state(root.get("NewStateValue"));
        faults.check();
        Alarm alarm = new Alarm(name.orElseThrow(), arn.orElseThrow(), since.orElseThrow(), state.orElseThrow());
        return alarm.arn().equals(arnBeside(notification.topicArn(), alarm.name()))
                ? read(alarm, sight.apply(catalog.get()))
                : ignored("the alarm %s is not of the topic's account and region".formatted(quotedArn(alarm)));
    }

    /** The stack's alarms are where its topic is; one of the same name elsewhere is another's. */
    private static String arnBeside(String topicArn, String alarm) {
        return topicArn.replaceFirst(":sns:", ":cloudwatch:").replaceFirst("[^:]*$", "alarm:") + alarm;
    }

    private static String quotedArn(Alarm alarm) {
        return '"' + PlainText.of(alarm.arn(), LONGEST_ARN) + '"';
    }

    private static Optional<State> state(Place place) {
        return place.text().flatMap(word -> switch (word) {
            case "ALARM" -> Optional.of(State.ALARM);
            case "OK" -> Optional.of(State.OK);
            case "INSUFFICIENT_DATA" -> Optional.of(State.INSUFFICIENT_DATA);
            default -> place.complain(PlainText.quoted(word) + " is none of OK, ALARM, INSUFFICIENT_DATA");
        });
    }

    private Received read(Alarm alarm, PoolCatalog pools) {
        Optional<Pool> pool = pools.ofAlarm(alarm.name());
        Optional<Change> change = pool.flatMap(it -> it.changeOf(alarm.name()));
        if (pool.isEmpty() || change.isEmpty()) {
            return ignored("no pool of this stack has the alarm " + PlainText.quoted(alarm.name()));
        }
        return switch (alarm.state()) {
            case ALARM -> wanted(alarm, pool.get(), change.get());
            case OK, INSUFFICIENT_DATA ->
                Received.of(new AlertEnd(alarm.arn(), pool.get().name(), Source.CLOUDWATCH, alarm.since()));
        };
    }

    private Received wanted(Alarm alarm, Pool pool, Change change) {
        return Received.of(intents.alert(
                pool,
                change,
                Source.CLOUDWATCH,
                alarm.name() + " firing",
                new Firing(alarm.arn(), alarm.since()),
                alarm.arn() + "/" + alarm.since() + "/" + alarm.state()));
    }

    private static Received ignored(String reason) {
        return Received.of(new Ignored("Message", reason));
    }

    private enum State {
        OK,
        ALARM,
        INSUFFICIENT_DATA
    }

    private record Alarm(String name, String arn, Instant since, State state) {}
}

package io.pulumiscale.webhook;

import io.pulumiscale.model.Change;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.model.Spelling;
import java.util.List;
import java.util.Optional;

/**
 * What a person asks for one pool: {@code {"action":"set"|"delta"|"percent","value":N,"reason":"…"}}, the reason being
 * optional, and nothing else.
 */
public final class ManualAdapter {
    private static final List<String> KEYS = List.of("action", "value", "reason");
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_KEY = 200;

    private final IntentFactory intents;

    public ManualAdapter(IntentFactory intents) {
        this.intents = intents;
    }

    /** The same, of somebody who need not be named. */
    public ScalingIntent read(Pool pool, byte[] body, Optional<String> idempotencyKey) {
        return read(pool, body, idempotencyKey, Optional.empty());
    }

    /**
     * Reads what is asked of {@code pool}.
     *
     * @param idempotencyKey chosen by the caller: equal keys for one pool are one request; without it every request is
     *     meant
     * @param signature who asks, to be told with the reason
     * @throws MalformedPayload with everything that is wrong
     */
    public ScalingIntent read(Pool pool, byte[] body, Optional<String> idempotencyKey, Optional<String> signature) {
        Faults faults = new Faults();
        idempotencyKey.ifPresent(key -> checkKey(key, faults));
        Place root = Json.read(body, faults);
        checkKeys(root, faults);
        Optional<Change> change = change(root);
        String reason = reason(root.get("reason"));
        faults.check();
        IntentId id = intents.nextId();
        String key =
                "manual/" + idempotencyKey.map(it -> pool.name() + "/" + it).orElse(id.value());
        String cause = signature.map(who -> "%s (%s)".formatted(reason, who)).orElse(reason);
        return intents.person(id, pool, change.orElseThrow(), cause, key);
    }

    private static void checkKey(String key, Faults faults) {
        if (!key.matches("[\\x21-\\x7e]{1," + LONGEST_KEY + "}")) {
            faults.add("Idempotency-Key", "1 to %d visible ASCII characters are wanted".formatted(LONGEST_KEY));
        }
    }

    private static void checkKeys(Place root, Faults faults) {
        List<String> keys = root.keys();
        faults.check();
        keys.stream()
                .filter(key -> !KEYS.contains(key))
                .forEach(key -> faults.add(Place.child("", key), Spelling.unknown(key, KEYS)));
    }

    private static Optional<Change> change(Place root) {
        Place word = root.get("action");
        Place value = root.get("value");
        Optional<Action> action = word.text().flatMap(text -> action(text, word));
        Optional<Integer> number = value.number();
        return action.flatMap(it -> number.flatMap(by -> it.by(by, value)));
    }

    private static Optional<Action> action(String text, Place word) {
        Optional<Action> known = Action.of(text);
        return known.isPresent()
                ? known
                : word.complain(PlainText.quoted(text) + " is " + Spelling.unknown(text, Action.words()));
    }

    private static String reason(Place place) {
        return place.isThere() ? place.text().flatMap(text -> fit(text, place)).orElse("") : "by hand";
    }

    private static Optional<String> fit(String text, Place place) {
        if (text.isBlank() || text.length() > LONGEST_REASON) {
            return place.complain("1 to %d characters are wanted".formatted(LONGEST_REASON));
        }
        return PlainText.isFit(text) ? Optional.of(text) : place.complain("control characters have no place here");
    }
}

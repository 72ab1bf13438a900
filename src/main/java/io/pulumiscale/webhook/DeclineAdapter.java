package io.pulumiscale.webhook;

import java.util.List;

/** What a person says to decline a resize: {@code {"reason":"…","by":"…"}}. All of it is optional, the body too. */
public final class DeclineAdapter {
    private static final List<String> KEYS = List.of("reason", "by");

    /**
     * @param reason for people; may be empty
     * @param by who says it, as they say themselves; may be empty
     */
    public record Word(String reason, String by) {

        /** The same with what is known of who says it. */
        public Word signed(String signature) {
            return new Word(reason, Said.signed(by, signature));
        }
    }

    /** @throws MalformedPayload with everything that is wrong */
    public Word read(byte[] body) {
        Faults faults = new Faults();
        Place root = Json.read(body.length == 0 ? new byte[] {'{', '}'} : body, faults);
        List<String> keys = root.keys();
        faults.check();
        Said.known(keys, KEYS, faults);
        Word word = new Word(Said.reason(root), Said.by(root));
        faults.check();
        return word;
    }
}

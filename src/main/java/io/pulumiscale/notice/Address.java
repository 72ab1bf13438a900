package io.pulumiscale.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pulumiscale.model.Notice;
import io.pulumiscale.model.NoticeTarget;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whom notices are brought to, and in what form.
 *
 * @param stack for people
 */
record Address(NoticeTarget target, String stack) {

    /** By which the journal knows it: its URL may be a secret. */
    String receiver() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(target.url().toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** @param now the time of this try */
    Message message(Notice notice, Instant now) {
        String body = format().body(notice);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", notice.key());
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        target.secret()
                .ifPresent(secret -> headers.put("webhook-signature", Signature.of(secret, notice.key(), now, body)));
        return new Message(notice.key(), body, headers);
    }

    private Message.Format format() {
        return switch (target.format()) {
            case SLACK -> new SlackFormat(stack);
            case JSON -> new JsonFormat(stack);
        };
    }
}

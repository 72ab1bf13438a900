package io.pulumiscale.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pulumiscale.model.Notice;
import java.util.Map;

/**
 * As Slack's incoming webhooks take it, and others that follow them. Reasons come from whoever sends alerts: nothing in
 * them is markup, and none calls a channel together.
 */
record SlackFormat(String stack) implements Message.Format {
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String body(Notice notice) {
        try {
            return JSON.writeValueAsString(Map.of("text", escaped(NoticeText.of(stack, notice)), "mrkdwn", false));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and truths are always JSON", e);
        }
    }

    /** Slack's three; control characters, which are blanks; and an at sign that begins no name any more. */
    static String escaped(String text) {
        return text.replaceAll("\\p{Cntrl}", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "@\u200B");
    }
}

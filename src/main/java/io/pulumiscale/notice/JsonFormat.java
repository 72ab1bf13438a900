package io.pulumiscale.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pulumiscale.model.Notice;
import org.jspecify.annotations.Nullable;

/** As Standard Webhooks recommends: a type, a time, and the data. */
record JsonFormat(String stack) implements Message.Format {
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String body(Notice notice) {
        try {
            return JSON.writeValueAsString(payload(notice));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers are always JSON", e);
        }
    }

    private Payload payload(Notice notice) {
        Data data = new Data(
                stack,
                notice.pool(),
                notice.from(),
                notice.to(),
                NoticeText.shortened(notice.reason()),
                notice.problem().map(NoticeText::shortened).orElse(null),
                notice.update().orElse(null),
                notice.approval().orElse(null));
        return new Payload("pool." + notice.kind().key(), notice.at().toString(), data);
    }

    private record Payload(String type, String timestamp, Data data) {}

    private record Data(
            String stack,
            String pool,
            int from,
            int to,
            String reason,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String problem,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long update,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long approval) {}
}

package io.pulumiscale.notice;

import static io.pulumiscale.model.Samples.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pulumiscale.model.Notice;
import io.pulumiscale.model.NoticeKind;
import java.io.IOException;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a stranger's alert says. */
class FormatPropertiesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String MARK = "\u200B";

    @Property
    void nothingInASlackMessageIsMarkup(@ForAll("reasons") String reason, @ForAll NoticeKind kind) throws IOException {
        JsonNode body = JSON.readTree(new SlackFormat("shop/dev").body(notice(reason, kind)));
        String text = body.path("text").asText();
        assertThat(text).doesNotContainPattern("[<>\\p{Cntrl}]").doesNotContainPattern("@(?!" + MARK + ")");
        assertThat(text.replaceAll("&(amp|lt|gt);", "")).doesNotContain("&");
        assertThat(body.path("mrkdwn").asBoolean(true)).isFalse();
    }

    @Property
    void aSlackMessageSaysWhatTheReasonSays(@ForAll("reasons") String reason) throws IOException {
        String text = JSON.readTree(new SlackFormat("shop/dev").body(notice(reason, NoticeKind.SCALED)))
                .path("text")
                .asText();
        String back = text.replace("@" + MARK, "@")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
        assertThat(back)
                .isEqualTo("shop/dev: web 3→5: " + NoticeText.shortened(reason).replaceAll("\\p{Cntrl}", " "));
    }

    @Property
    void aJsonMessageHasTheReasonAsItIs(@ForAll("reasons") String reason) throws IOException {
        JsonNode body = JSON.readTree(new JsonFormat("shop/dev").body(notice(reason, NoticeKind.SCALED)));
        assertThat(body.path("data").path("reason").asText()).isEqualTo(NoticeText.shortened(reason));
    }

    @Property
    void noMessageIsLongerThanSlackTakes(@ForAll("reasons") String reason, @ForAll NoticeKind kind) {
        String longer = reason.repeat(3_000 / Math.max(1, reason.length()) + 1);
        assertThat(new SlackFormat("shop/dev").body(notice(longer, kind)).getBytes(UTF_8).length)
                .isLessThan(40_000);
        assertThat(NoticeText.shortened(longer).codePoints()).hasSizeLessThanOrEqualTo(NoticeText.LONGEST);
    }

    @Provide
    Arbitrary<String> reasons() {
        Arbitrary<String> nasty = Arbitraries.of(
                "<!channel>",
                "<@U123>",
                "&amp;",
                "@here",
                "\u0000",
                "\u001b[31m",
                "\u2028",
                "\n",
                "\"",
                "\\",
                "😀",
                "\ud83d");
        return Arbitraries.oneOf(Arbitraries.strings().all(), nasty)
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    private static Notice notice(String reason, NoticeKind kind) {
        return new Notice(7, kind, "web", 3, 5, reason, Optional.of(reason), Optional.of(1L), Optional.of(2L), NOW);
    }
}

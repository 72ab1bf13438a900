package io.pulumiscale.notice;

import io.pulumiscale.model.Notice;

/** A notice in one line, for people. */
final class NoticeText {
    /** Of a reason or a problem. What is longer is in the history. */
    static final int LONGEST = 1_000;

    private NoticeText() {}

    static String of(String stack, Notice notice) {
        String sizes = "%s: %s %d→%d".formatted(stack, notice.pool(), notice.from(), notice.to());
        String reason = shortened(notice.reason());
        String problem = notice.problem().map(NoticeText::shortened).orElse("see the history");
        return switch (notice.kind()) {
            case SCALED -> "%s: %s".formatted(sizes, reason);
            case LIMIT -> "%s: %s is at its limit, %d: %s".formatted(stack, notice.pool(), notice.to(), reason);
            case STALLED -> "%s was not carried out, somebody is needed: %s (%s)".formatted(sizes, problem, reason);
            case APPROVAL ->
                "%s waits for somebody's word, POST /approvals/%d: %s"
                        .formatted(sizes, notice.approval().orElse(0L), reason);
            case DECLINED -> "%s is not to be, %s (%s)".formatted(sizes, problem, reason);
        };
    }

    /** Not in the middle of a character. */
    static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}

package io.pulumiscale.client;

import java.util.List;

/** Resizes that wait for a person's word. */
public final class ApprovalsView {
    private static final List<String> HEADS = List.of("ID", "POOL", "SIZE", "ASKED", "EXPIRES", "REASON");

    private final Screen screen;
    private final Moments moments;

    public ApprovalsView(Screen screen, Moments moments) {
        this.screen = screen;
        this.moments = moments;
    }

    public void show(List<Approval> approvals) {
        if (approvals.isEmpty()) {
            screen.line(Words.plain("Nothing waits for a person's word."));
            return;
        }
        screen.table(HEADS, approvals.stream().map(this::row).toList());
    }

    private List<Words> row(Approval approval) {
        return List.of(
                Words.strong(Long.toString(approval.id())),
                Words.plain(approval.pool()),
                Words.plain(approval.sizes()),
                Words.plain(moments.ago(approval.askedAt())),
                Words.plain(moments.ago(approval.expiresAt())),
                Words.plain(approval.reason()));
    }

    public void declined(Approval approval) {
        Approval.Declined word = approval.declined();
        screen.line(
                Words.strong(approval.pool()),
                Words.warning(" stays at %d".formatted(approval.from())),
                Words.plain(": %s %s".formatted(approval.sizes(), word == null ? "declined" : word.told())));
        screen.line(Words.faint("How long that holds: pulumiscale explain " + approval.pool()));
    }

    public void given(Approval approval) {
        screen.line(
                Words.strong(approval.pool()),
                Words.good(" may become %s".formatted(approval.sizes())),
                Words.plain(": " + approval.reason()));
        screen.line(
                Words.faint("Its update follows: pulumiscale history --pool %s --limit 1".formatted(approval.pool())));
    }
}

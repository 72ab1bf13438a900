package io.pulumiscale.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.pulumiscale.model.Approval;
import io.pulumiscale.model.Grant;
import io.pulumiscale.model.HistoryEntry;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.IntentStory;
import io.pulumiscale.model.Update;
import io.pulumiscale.scaler.PoolStatus;
import io.pulumiscale.scaler.StatusView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET /intents/{id}}: what became of what was accepted with this id. */
final class IntentEndpoint implements PromptEndpoint {
    private static final String STALE = "the pool was deployed with another configuration; run `pulumi up`";

    private final StatusView status;

    IntentEndpoint(StatusView status) {
        this.status = status;
    }

    @Override
    public Answer answer(Request request) {
        request.takesNoQueryBut();
        IntentStory story = status.intent(id(request.variable("id")))
                .filter(it -> request.grant().covers(it.intent().pool()))
                .orElseThrow(() -> Refusal.notFound("no such intent, or it is not kept any more"));
        return Answer.ok(story.waiting() ? waiting(story, request.grant()) : answered(story, request.grant()));
    }

    private static IntentId id(String text) {
        return new IntentId(text);
    }

    private View waiting(IntentStory story, Grant grant) {
        Optional<PoolStatus> pool = status.pool(story.intent().pool());
        Optional<Approval> approval = pool.flatMap(it -> it.outlook().approval());
        Optional<String> why = approval.map(it -> "POST /approvals/%d is waited for".formatted(it.id()))
                .or(() -> pool.filter(PoolStatus::stale).map(it -> STALE))
                .or(status::problem);
        return view(
                story,
                grant,
                approval.isPresent() ? "approval" : "waiting",
                why.orElse(null),
                approval.orElse(null),
                null);
    }

    private static View answered(IntentStory story, Grant grant) {
        Optional<HistoryEntry> answer = story.decisions().stream().findFirst();
        Optional<Update> update = answer.flatMap(HistoryEntry::update);
        return view(
                story,
                grant,
                update.map(IntentEndpoint::state).orElse("held"),
                update.flatMap(it -> UpdateView.of(it, grant))
                        .flatMap(it -> Optional.ofNullable(it.problem()))
                        .or(() -> answer.map(it -> it.decided().decision().reason()))
                        .orElse(null),
                null,
                answer.map(it -> EntryView.of(it, grant)).orElse(null));
    }

    private static String state(Update update) {
        return switch (update.status()) {
            case PENDING, RUNNING -> "updating";
            case SUCCEEDED -> "applied";
            case FAILED -> "failed";
            case STALLED -> "stalled";
            case WITHDRAWN -> "waiting";
        };
    }

    private static View view(
            IntentStory story,
            Grant grant,
            String state,
            @Nullable String why,
            @Nullable Approval approval,
            @Nullable EntryView decision) {
        List<EntryView> earlier = story.decisions().stream()
                .skip(decision == null ? 0 : 1)
                .map(it -> EntryView.of(it, grant))
                .toList();
        return new View(
                IntentView.of(story.intent()), state, why, approval == null ? null : approval.id(), decision, earlier);
    }

    /**
     * @param state {@code waiting}, {@code approval}: it waits for a person's word, {@code held}: the pool stays at its size,
     *     {@code updating}, {@code applied}, {@code failed} or {@code stalled}
     * @param why for people
     * @param approval its id
     * @param decision that answers it
     * @param earlier decisions that were withdrawn, the newest first
     */
    private record View(
            @JsonUnwrapped IntentView intent,
            String state,
            @Nullable String why,
            @Nullable Long approval,
            @Nullable EntryView decision,
            List<EntryView> earlier) {}
}

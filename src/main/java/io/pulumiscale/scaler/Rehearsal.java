package io.pulumiscale.scaler;

import io.pulumiscale.journal.Journal;
import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.IntentId;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.policy.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what would be decided if something came now, together with all that waits already. Writes nothing. */
final class Rehearsal {
    private final Journal journal;
    private final Deliberation deliberation;

    Rehearsal(Journal journal, Deliberation deliberation) {
        this.journal = journal;
        this.deliberation = deliberation;
    }

    List<DryRun> of(List<ScalingIntent> intents, List<AlertEnd> ends) {
        Map<String, IntentId> known = new HashMap<>(journal.known(
                intents.stream().map(ScalingIntent::deduplicationKey).toList()));
        List<DryRun> told = new ArrayList<>();
        List<ScalingIntent> news = new ArrayList<>();
        for (ScalingIntent intent : intents) {
            Optional.ofNullable(known.putIfAbsent(intent.deduplicationKey(), intent.id()))
                    .ifPresentOrElse(
                            earlier -> told.add(new DryRun.Repeats(intent.pool(), earlier)), () -> news.add(intent));
        }
        told.addAll(decisions(news, ends));
        return told;
    }

    private List<DryRun> decisions(List<ScalingIntent> news, List<AlertEnd> ends) {
        Set<String> concerned = Stream.concat(
                        news.stream().map(ScalingIntent::pool), ends.stream().map(AlertEnd::pool))
                .collect(Collectors.toSet());
        return deliberation.findings(deliberation.evidence().with(news, ends)).stream()
                .filter(finding -> concerned.contains(finding.pool()))
                .map(Rehearsal::dryRun)
                .toList();
    }

    private static DryRun dryRun(Finding finding) {
        if (finding instanceof Finding.Undeployed undeployed) {
            return new DryRun.Leaves(undeployed.pool(), undeployed.reason() + "; run `pulumi up`");
        }
        return dryRun(finding.pool(), ((Finding.Judged) finding).verdict());
    }

    private static DryRun dryRun(String pool, Verdict verdict) {
        if (verdict instanceof Verdict.Decided decided) {
            return new DryRun.Decides(decided.decision());
        }
        if (verdict instanceof Verdict.Ask ask) {
            return new DryRun.AsksFirst(ask.resize());
        }
        if (verdict instanceof Verdict.Waits waits) {
            return new DryRun.AsksFirst(waits.resize());
        }
        String reason = ((Verdict.Nothing) verdict).reason();
        return new DryRun.Leaves(pool, reason.isEmpty() ? "nothing asks for another size" : reason);
    }
}

package io.pulumiscale.scaler;

import io.pulumiscale.model.AlertEnd;
import io.pulumiscale.model.ScalingIntent;
import io.pulumiscale.policy.Verdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what would be decided if something came now, together with all that waits already. Writes nothing. */
final class Rehearsal {
    private final Deliberation deliberation;

    Rehearsal(Deliberation deliberation) {
        this.deliberation = deliberation;
    }

    List<DryRun> of(List<ScalingIntent> intents, List<AlertEnd> ends) {
        Set<String> concerned = Stream.concat(
                        intents.stream().map(ScalingIntent::pool), ends.stream().map(AlertEnd::pool))
                .collect(Collectors.toSet());
        return deliberation.findings(deliberation.evidence().with(intents, ends)).stream()
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

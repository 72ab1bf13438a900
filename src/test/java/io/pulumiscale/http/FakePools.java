package io.pulumiscale.http;

import io.pulumiscale.model.Alert;
import io.pulumiscale.model.Change;
import io.pulumiscale.model.Decided;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.PoolKind;
import io.pulumiscale.model.ScalingRules;
import io.pulumiscale.model.Source;
import io.pulumiscale.scaler.Outlook;
import io.pulumiscale.scaler.PoolStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The two pools of {@link FakeScaler}: one that has just grown, and one that the stack does not have yet. */
final class FakePools {
    private static final Pool WEB = new Pool(
            "web",
            PoolKind.EC2,
            1,
            9,
            2,
            3,
            1,
            Map.of("pulumiscale-dev-web-cpu-high", new Change.Delta(3)),
            ScalingRules.standard());

    private static final Pool WORKERS =
            new Pool("workers", PoolKind.KUBERNETES, 0, 20, 2, 4, 2, Map.of(), ScalingRules.standard());

    private FakePools() {}

    static PoolCatalog catalog() {
        return PoolCatalog.of(List.of(WEB, WORKERS));
    }

    static PoolStatus web(Outlook outlook) {
        return new PoolStatus(
                WEB,
                OptionalInt.of(2),
                OptionalInt.of(5),
                false,
                true,
                Optional.of(new Decided(4, FakeScaler.THEN, FakeScaler.GROWN, Optional.of(7L))),
                outlook);
    }

    static PoolStatus workers(Outlook outlook) {
        return new PoolStatus(
                WORKERS, OptionalInt.empty(), OptionalInt.empty(), true, false, Optional.empty(), outlook);
    }

    /** On web. */
    static Outlook.Firing firing(String reason) {
        Alert high = new Alert(
                "alertmanager/1",
                "web",
                new Change.Delta(3),
                Source.ALERTMANAGER,
                reason,
                FakeScaler.THEN,
                FakeScaler.THEN.plusSeconds(1),
                Optional.empty());
        return new Outlook.Firing(high, FakeScaler.THEN.plusSeconds(3601), true);
    }
}

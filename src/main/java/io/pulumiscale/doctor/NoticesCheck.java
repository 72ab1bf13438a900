package io.pulumiscale.doctor;

import io.pulumiscale.model.NoticeTarget;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Whether something listens where notices go. Nothing is posted: whoever reads them would be told of nothing. */
final class NoticesCheck implements Supplier<Finding> {
    private final Supplier<List<NoticeTarget>> readable;
    private final Function<URI, Optional<String>> reach;

    /**
     * @param readable those whose URLs are not encrypted
     * @param reach what is wrong with getting there, for people
     */
    NoticesCheck(Supplier<List<NoticeTarget>> readable, Function<URI, Optional<String>> reach) {
        this.readable = readable;
        this.reach = reach;
    }

    @Override
    public Finding get() {
        List<NoticeTarget> targets = readable.get();
        if (targets.isEmpty()) {
            return new Finding.NotChecked("there are none, or their URLs are encrypted");
        }
        String problems = targets.stream()
                .flatMap(target -> reach.apply(target.url()).map(why -> target + ": " + why).stream())
                .collect(Collectors.joining("; "));
        return problems.isEmpty()
                ? new Finding.Fine("something listens at " + hosts(targets))
                : new Finding.Warning(problems, "mend the url in pulumiscale:notices, or let this machine reach it");
    }

    private static String hosts(List<NoticeTarget> targets) {
        return targets.stream().map(target -> target.url().getHost()).distinct().collect(Collectors.joining(", "));
    }
}

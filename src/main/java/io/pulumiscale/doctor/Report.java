package io.pulumiscale.doctor;

import java.util.List;

/** All results, in the order of the checks. */
public record Report(List<Result> results) {
    public Report {
        results = List.copyOf(results);
    }

    /** Nothing has failed. */
    public boolean healthy() {
        return count(Finding.Failed.class) == 0;
    }

    long count(Class<? extends Finding> kind) {
        return results.stream().map(Result::finding).filter(kind::isInstance).count();
    }
}

package io.pulumiscale.journal;

import io.pulumiscale.model.ScalingIntent;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What several callers bring in at one moment, kept by as few statements as what one of them brings. */
final class Arrivals {
    private Arrivals() {}

    /**
     * What is too much is taken back by whoever began the transaction, with everything else.
     *
     * @return one list an arrival, in order
     * @throws JournalFull more would wait than one of them allows
     */
    static List<List<Appended>> keep(Handle handle, List<Arrival> arrivals) {
        Alerts.ended(handle, arrivals);
        List<Appended> appended = Intents.append(
                handle,
                arrivals.stream().flatMap(arrival -> arrival.intents().stream()).toList());
        List<List<Appended>> shares = shares(arrivals, appended);
        if (appended.stream().anyMatch(Appended.Accepted.class::isInstance)) {
            checkRoom(Intents.countWaiting(handle) - accepted(appended), arrivals, shares);
        }
        return shares;
    }

    /** Of each arrival its own. */
    private static List<List<Appended>> shares(List<Arrival> arrivals, List<Appended> appended) {
        List<List<Appended>> shares = new ArrayList<>();
        int from = 0;
        for (Arrival arrival : arrivals) {
            List<ScalingIntent> intents = arrival.intents();
            shares.add(List.copyOf(appended.subList(from, from + intents.size())));
            from += intents.size();
        }
        return shares;
    }

    private static void checkRoom(int before, List<Arrival> arrivals, List<List<Appended>> shares) {
        int waiting = before;
        for (int i = 0; i < arrivals.size(); i++) {
            int more = accepted(shares.get(i));
            waiting += more;
            if (more > 0) {
                JournalFull.check(waiting, arrivals.get(i).mostWaiting());
            }
        }
    }

    private static int accepted(List<Appended> appended) {
        return (int)
                appended.stream().filter(Appended.Accepted.class::isInstance).count();
    }
}

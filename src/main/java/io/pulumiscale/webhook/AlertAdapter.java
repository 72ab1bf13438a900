package io.pulumiscale.webhook;

import io.pulumiscale.model.PoolCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Alertmanager's webhook, version 4 (an object with {@code alerts}), and Prometheus's own alerts (a bare list), told
 * apart by their shape. The source is prometheus.io/docs/alerting/latest/configuration, {@code webhook_config}, and the
 * Alertmanager API v2.
 */
public final class AlertAdapter {
    private final Supplier<PoolCatalog> catalog;
    private final int most;
    private final AlertReader alertmanager;
    private final AlertReader prometheus;

    /**
     * Reads alerts for the pools that there are when they come.
     *
     * @param poolLabel the label that names the pool
     * @param most how many alerts one delivery may have
     */
    public AlertAdapter(Supplier<PoolCatalog> catalog, String poolLabel, int most, IntentFactory intents) {
        this.catalog = catalog;
        this.most = most;
        this.alertmanager = new AlertReader(new AlertmanagerDialect(intents), poolLabel, intents);
        this.prometheus = new AlertReader(new PrometheusDialect(intents), poolLabel, intents);
    }

    /** The same, of a sender that may know of every pool. */
    public Received read(byte[] body) {
        return read(body, UnaryOperator.identity());
    }

    /**
     * A faulty alert among good ones is ignored, with its faults as the reason.
     *
     * @param sight which of the pools the sender may know of; any other is unknown
     * @throws MalformedPayload it is no list of alerts, or every alert in it is faulty
     * @throws TooManyAlerts nothing was read of them
     */
    public Received read(byte[] body, UnaryOperator<PoolCatalog> sight) {
        Faults faults = new Faults();
        Place root = Json.read(body, faults);
        List<Place> alerts = root.isList() ? root.items() : root.get("alerts").items();
        faults.check();
        TooManyAlerts.check(alerts.size(), most);
        Received read = read(alerts, root.isList() ? prometheus : alertmanager, sight.apply(catalog.get()));
        return Received.joined(List.of(leftOut(root.get("truncatedAlerts")), read));
    }

    /** Nobody else would notice: their sender counts them as delivered. */
    private static Received leftOut(Place count) {
        Faults faults = new Faults();
        Place place = count.complainingTo(faults);
        if (place.isThere()) {
            place.number()
                    .filter(left -> left != 0)
                    .ifPresent(left ->
                            place.complain("%d more alerts of the group were not sent: raise the webhook's max_alerts"
                                    .formatted(left)));
        }
        return Received.ignored(faults.ignored());
    }

    private Received read(List<Place> alerts, AlertReader reader, PoolCatalog pools) {
        List<Received> parts = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        int faulty = 0;
        for (Place alert : alerts) {
            try {
                parts.add(reader.read(alert, pools));
            } catch (MalformedPayload e) {
                faulty++;
                faults.addAll(e.faults());
                parts.add(Received.ignored(Ignored.of(e.faults())));
            }
        }
        if (faulty > 0 && faulty == alerts.size()) {
            throw new MalformedPayload(faults);
        }
        return Received.joined(parts);
    }
}

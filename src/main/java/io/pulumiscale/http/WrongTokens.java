package io.pulumiscale.http;

import inet.ipaddr.IPAddress;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts who shows a wrong token, and tells a source that goes on with it to slow down. Nobody is locked out: what is
 * limited is the refusing, by source, and a right token passes from anywhere. May be used from any thread.
 */
final class WrongTokens {
    private static final Logger LOG = LoggerFactory.getLogger(WrongTokens.class);
    private static final int SOURCES = 10_000;
    /** A household, or a machine, has as many addresses of IPv6 as it likes. */
    private static final int IPV6_NETWORK = 64;

    private final int perMinute;
    private final Ticks ticks;
    private final AtomicLong count = new AtomicLong();
    private final Bucket lines;
    private final Map<IPAddress, Bucket> sources = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<IPAddress, Bucket> eldest) {
            return size() > SOURCES;
        }
    }; // guarded by this

    private long told; // guarded by this

    WrongTokens(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.ticks = new Ticks(clock);
        this.lines = perMinute(1);
    }

    /** One more: what it is answered. */
    synchronized Refusal refuse(IPAddress source) {
        count.incrementAndGet();
        ConsumptionProbe probe = sources.computeIfAbsent(network(source), it -> perMinute(perMinute))
                .tryConsumeAndReturnRemaining(1);
        tell(source);
        return probe.isConsumed()
                ? Refusal.unauthorised()
                : Refusal.tooMany(
                        "too many wrong tokens from this address", Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Since the start. */
    long count() {
        return count.get();
    }

    synchronized int sources() {
        return sources.size();
    }

    private void tell(IPAddress source) {
        if (lines.tryConsume(1)) {
            LOG.warn("{} requests with a wrong token, the last from {}", count.get() - told, source);
            told = count.get();
        }
    }

    private static IPAddress network(IPAddress source) {
        return source.isIPv6() ? source.toPrefixBlock(IPV6_NETWORK) : source;
    }

    private Bucket perMinute(int events) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(events).refillGreedy(events, Duration.ofMinutes(1)))
                .withCustomTimePrecision(ticks)
                .build();
    }
}

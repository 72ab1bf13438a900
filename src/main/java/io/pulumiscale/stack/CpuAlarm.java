package io.pulumiscale.stack;

import java.util.Locale;

/** The two CloudWatch alarms of a pool on AWS. */
enum CpuAlarm {
    /** Scale out soon: three minutes. */
    HIGH("GreaterThanThreshold", 3),
    /** Scale in late: fifteen minutes. */
    LOW("LessThanThreshold", 15);

    private final String comparison;
    private final int minutes;

    CpuAlarm(String comparison, int minutes) {
        this.comparison = comparison;
        this.minutes = minutes;
    }

    String comparison() {
        return comparison;
    }

    int minutes() {
        return minutes;
    }

    int threshold(PoolSpec.CpuAlarms cpu) {
        return this == HIGH ? cpu.high() : cpu.low();
    }

    /** {@code pulumiscale-dev-web-cpu-high}. */
    String nameIn(String prefix, String pool) {
        return prefix + "-" + pool + "-" + suffix();
    }

    String suffix() {
        return "cpu-" + name().toLowerCase(Locale.ROOT);
    }
}

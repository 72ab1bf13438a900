package io.pulumiscale.stack;

import io.pulumiscale.model.Direction;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.PoolKind;
import io.pulumiscale.model.ScalingRules;
import io.pulumiscale.stack.PoolSpec.CpuAlarms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one entry of {@code pulumiscale:pools}. */
final class PoolSpecReader {
    /** What EC2 Auto Scaling and a Deployment take without a murmur; more is a slip of the finger. */
    static final int LARGEST = 10_000;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    static final Pattern ROLE = Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:role/.+");

    private final String name;
    private final String alarmPrefix;
    private final Section section;

    PoolSpecReader(String name, String alarmPrefix, Section section) {
        this.name = name;
        this.alarmPrefix = alarmPrefix;
        this.section = section;
    }

    /** Empty if the kind is not known; every fault is in the section's list. */
    Optional<PoolSpec> read(List<Fault> faults) {
        if (!NAME.matcher(name).matches()) {
            faults.add(new Fault(section.path(), "a name has up to 31 of a-z, 0-9 and -, and begins with a letter"));
        }
        Optional<PoolKind> kind = section.choice("kind", PoolKind.keys()).flatMap(PoolKind::of);
        Optional<PoolSpec> spec = kind.map(known -> new PoolSpec(pool(known), settings(known)));
        if (spec.isPresent()) {
            section.end();
        }
        return spec;
    }

    private Pool pool(PoolKind kind) {
        int faults = section.faults();
        int min = section.integer("min", 0, LARGEST);
        int max = section.integer("max", 1, LARGEST);
        boolean bounded = section.faults() == faults;
        int initial = section.integer("initial", 0, LARGEST, min);
        if (bounded) {
            checkBounds(min, max, initial);
        }
        int out = section.integer("scaleOut", 1, LARGEST, 1);
        int in = section.integer("scaleIn", 1, LARGEST, 1);
        ScheduleReader schedule = bounded && min <= max ? new ScheduleReader(min, max) : new ScheduleReader(0, LARGEST);
        ScalingRules rules = new RulesReader(section, schedule).read();
        return new Pool(name, kind, min, max, initial, out, in, kind.onAws() ? alarms() : Map.of(), rules);
    }

    private void checkBounds(int min, int max, int initial) {
        if (min > max) {
            section.fault("min", "%d is greater than max, %d".formatted(min, max));
        } else if (initial < min || initial > max) {
            section.fault("initial", "%d is not between min, %d, and max, %d".formatted(initial, min, max));
        }
    }

    private Map<String, Direction> alarms() {
        return Map.of(
                CpuAlarm.HIGH.nameIn(alarmPrefix, name),
                Direction.OUT,
                CpuAlarm.LOW.nameIn(alarmPrefix, name),
                Direction.IN);
    }

    private PoolSpec.Settings settings(PoolKind kind) {
        return switch (kind) {
            case EC2 ->
                new PoolSpec.Ec2(
                        section.text("imageId", Pattern.compile("ami-[0-9a-f]{8,17}"), "an AMI's id"),
                        section.text("instanceType", "t3.micro"),
                        section.texts("subnetIds"),
                        section.texts("securityGroupIds", List.of()),
                        cpu());
            case EKS ->
                new PoolSpec.Eks(
                        section.text("clusterName"),
                        section.text("nodeRoleArn", ROLE, "an IAM role's ARN"),
                        section.texts("subnetIds"),
                        section.texts("instanceTypes", List.of("t3.medium")),
                        cpu());
            case KUBERNETES -> new KubernetesReader(name, section).read();
        };
    }

    private CpuAlarms cpu() {
        int high = section.integer("cpuHigh", 1, 100, 70);
        int low = section.integer("cpuLow", 0, 99, Math.min(30, high - 1));
        if (low >= high) {
            section.fault("cpuLow", "%d is not less than cpuHigh, %d".formatted(low, high));
        }
        return new CpuAlarms(high, low);
    }
}

package io.pulumiscale.stack;

import io.pulumiscale.model.Change;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.PoolKind;
import io.pulumiscale.model.ScalingRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads one entry of {@code pulumiscale:pools}. */
final class PoolSpecReader {
    /** What EC2 Auto Scaling and a Deployment take without a murmur; more is a slip of the finger. */
    static final int LARGEST = 10_000;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    static final Pattern ROLE = Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:role/.+");

    /** In seconds: EKS launches its nodes without detailed monitoring. */
    private static final int EKS_PERIOD = 300;

    private final String name;
    private final String prefix;
    private final Section section;

    PoolSpecReader(String name, String prefix, Section section) {
        this.name = name;
        this.prefix = prefix;
        this.section = section;
    }

    /** Empty if the kind is not known; every fault is in the section's list. */
    Optional<PoolSpec> read(List<Fault> faults) {
        if (!NAME.matcher(name).matches()) {
            faults.add(new Fault(section.path(), "a name has up to 31 of a-z, 0-9 and -, and begins with a letter"));
        }
        Optional<PoolKind> kind = section.choice("kind", PoolKind.keys()).flatMap(PoolKind::of);
        Optional<PoolSpec> spec = kind.map(this::spec);
        if (spec.isPresent()) {
            section.end();
        }
        return spec;
    }

    private PoolSpec spec(PoolKind kind) {
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
        PoolSpec.Settings settings = settings(kind, new Steps(new Change.Delta(out), new Change.Delta(-in)));
        Pool pool = new Pool(name, kind, min, max, initial, out, in, alarms(settings), rules);
        return new PoolSpec(pool, settings);
    }

    private void checkBounds(int min, int max, int initial) {
        if (min > max) {
            section.fault("min", "%d is greater than max, %d".formatted(min, max));
        } else if (initial < min || initial > max) {
            section.fault("initial", "%d is not between min, %d, and max, %d".formatted(initial, min, max));
        }
    }

    private Map<String, Change> alarms(PoolSpec.Settings settings) {
        return settings.alarms().stream()
                .collect(Collectors.toMap(
                        rule -> rule.alarmIn(prefix, name), AlarmRule::change, (first, second) -> first));
    }

    private PoolSpec.Settings settings(PoolKind kind, Steps steps) {
        return switch (kind) {
            case EC2 -> {
                InstanceSettings instances = new Ec2Reader(section).instances();
                GroupSettings group = new Ec2Reader(section).group();
                yield new PoolSpec.Ec2(instances, group, rules(steps, instances.period()));
            }
            case EKS -> new PoolSpec.Eks(new EksReader(section).read(), rules(steps, EKS_PERIOD));
            case KUBERNETES -> new KubernetesReader(name, section).read();
        };
    }

    private List<AlarmRule> rules(Steps steps, int period) {
        return new AlarmRulesReader(name, prefix, steps, period, section).read();
    }
}

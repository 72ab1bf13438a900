package io.pulumiscale.model;

/** What an intent asks of a pool's size. The result of {@link #from} is not yet clamped to the pool's bounds. */
public sealed interface Change {

    /** The wanted size, seen from {@code base}; never negative, saturating instead of overflowing. */
    int from(int base);

    /** As people write it: {@code =7}, {@code +2}, {@code -25%}. */
    String text();

    /** An absolute size, at least 0. */
    record SetTo(int size) implements Change {
        public SetTo {
            if (size < 0) {
                throw new IllegalArgumentException("a size is at least 0, not " + size);
            }
        }

        @Override
        public int from(int base) {
            return size;
        }

        @Override
        public String text() {
            return "=" + size;
        }
    }

    /** So many more, or fewer where negative. */
    record Delta(int by) implements Change {
        @Override
        public int from(int base) {
            return saturated((long) base + by);
        }

        @Override
        public String text() {
            return signed(by);
        }
    }

    /**
     * A part of the present size. A change of less than one is one; any other fraction is dropped. A size of 0 has no
     * part to add. The rule is EC2 Auto Scaling's for PercentChangeInCapacity.
     */
    record Percent(int percent) implements Change {
        @Override
        public int from(int base) {
            long hundredths = (long) base * percent;
            boolean lessThanOne = hundredths != 0 && Math.abs(hundredths) < 100;
            return saturated(base + (lessThanOne ? Long.signum(hundredths) : hundredths / 100));
        }

        @Override
        public String text() {
            return signed(percent) + "%";
        }
    }

    private static int saturated(long size) {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, size));
    }

    private static String signed(int number) {
        return number > 0 ? "+" + number : Integer.toString(number);
    }
}

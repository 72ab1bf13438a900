package io.pulumiscale.simulate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of all pools, for people and for programs.
 *
 * @param prices of an instance-hour, by pool, for those that have one
 */
public record Report(List<PoolRun> runs, Map<String, BigDecimal> prices) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String[] BARS = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    private static final int WIDTH = 60;

    public void text(PrintWriter out) {
        PoolRun any = runs.get(0);
        out.println("%s to %s, %s".formatted(any.begin(), any.end(), words(Duration.between(any.begin(), any.end()))));
        for (PoolRun run : runs) {
            out.println();
            out.println("%s  %d to %d".formatted(run.pool(), run.smallest(), run.largest()));
            out.println("  |%s|".formatted(plot(run)));
            out.println("  resizes              %d".formatted(run.resizes().size()));
            out.println("  instance-hours       %s".formatted(rounded(run.instanceHours())));
            cost(run).ifPresent(cost -> out.println("  cost                 " + cost));
            out.println("  above the threshold  %s".formatted(words(run.tooMuch())));
            if (run.questions() > 0) {
                out.println("  approvals asked for  %d".formatted(run.questions()));
            }
            run.resizes()
                    .forEach(it -> out.println("  %s  %d→%d  %s".formatted(it.at(), it.from(), it.to(), it.reason())));
        }
    }

    /** A line for each size: its time, its pool, and the size from then on. */
    public void csv(PrintWriter out) {
        out.println("time,pool,size");
        for (PoolRun run : runs) {
            out.println("%s,%s,%d".formatted(run.begin(), run.pool(), run.start()));
            run.resizes().forEach(it -> out.println("%s,%s,%d".formatted(it.at(), it.pool(), it.to())));
            out.println("%s,%s,%d".formatted(run.end(), run.pool(), run.last()));
        }
    }

    public void json(PrintWriter out) {
        try {
            out.println(JSON.writeValueAsString(
                    Map.of("pools", runs.stream().map(this::json).toList())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers are always JSON", e);
        }
    }

    private Map<String, Object> json(PoolRun run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("pool", run.pool());
        json.put("begin", run.begin().toString());
        json.put("end", run.end().toString());
        json.put("start", run.start());
        json.put("smallest", run.smallest());
        json.put("largest", run.largest());
        json.put("instanceHours", rounded(run.instanceHours()));
        cost(run).ifPresent(cost -> json.put("cost", cost));
        json.put("secondsAboveThreshold", run.tooMuch().toSeconds());
        json.put("approvalsAskedFor", run.questions());
        List<Map<String, Object>> resizes = new ArrayList<>();
        for (Resized it : run.resizes()) {
            Map<String, Object> resize = new LinkedHashMap<>();
            resize.put("at", it.at().toString());
            resize.put("from", it.from());
            resize.put("to", it.to());
            resize.put("reason", it.reason());
            resizes.add(resize);
        }
        json.put("resizes", resizes);
        return json;
    }

    private Optional<BigDecimal> cost(PoolRun run) {
        return Optional.ofNullable(prices.get(run.pool()))
                .map(price ->
                        price.multiply(BigDecimal.valueOf(run.instanceHours())).setScale(2, RoundingMode.HALF_UP));
    }

    /** Every character is a part of the time, and as high as the largest size in it. */
    static String plot(PoolRun run) {
        StringBuilder plot = new StringBuilder();
        for (int size : run.sizes(WIDTH)) {
            plot.append(BARS[bar(size, run.largest())]);
        }
        return plot.toString();
    }

    private static int bar(int size, int largest) {
        return size == 0 ? 0 : Math.max(1, Math.round((BARS.length - 1) * (float) size / largest));
    }

    private static BigDecimal rounded(double hours) {
        return BigDecimal.valueOf(hours).setScale(2, RoundingMode.HALF_UP);
    }

    private static String words(Duration duration) {
        long minutes = duration.toMinutes();
        return minutes < 1
                ? duration.toSeconds() + " s"
                : minutes < 600 ? minutes + " min" : "%d h %d min".formatted(minutes / 60, minutes % 60);
    }
}

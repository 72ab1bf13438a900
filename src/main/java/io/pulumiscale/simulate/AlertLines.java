package io.pulumiscale.simulate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pulumiscale.model.Change;
import io.pulumiscale.model.Direction;
import io.pulumiscale.model.PoolCatalog;
import io.pulumiscale.model.Spelling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** JSON, an object a line: {@code time}, {@code pool}, {@code alert}, {@code status}, {@code action}, {@code value}. */
record AlertLines(String file, PoolCatalog catalog) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final List<String> KEYS = List.of("time", "pool", "alert", "status", "action", "value", "reason");
    private static final List<String> STATUSES = List.of("firing", "resolved", "requested");
    private static final List<String> ACTIONS = List.of("set", "delta", "percent", "scaleOut", "scaleIn");

    List<Occurrence> read(List<String> lines) {
        List<Occurrence> occurrences = new ArrayList<>();
        Instant before = Instant.MIN;
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                Occurrence next = new Line(i + 1, lines.get(i)).read();
                if (next.at().isBefore(before)) {
                    throw new BadInput(
                            file, i + 1, 1, "%s is before the line above: sort the lines by time".formatted(next.at()));
                }
                before = next.at();
                occurrences.add(next);
            }
        }
        return occurrences;
    }

    /** One of them. */
    private final class Line {
        private final int number;
        private final String text;
        private final JsonNode node;

        Line(int number, String text) {
            this.number = number;
            this.text = text;
            this.node = parsed();
        }

        private JsonNode parsed() {
            try {
                JsonNode parsed = JSON.readTree(text);
                if (!parsed.isObject()) {
                    throw new BadInput(file, number, 1, "an object is needed, such as {\"time\": …, \"pool\": …}");
                }
                return parsed;
            } catch (JsonProcessingException e) {
                int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
                throw new BadInput(file, number, Math.max(1, column), e.getOriginalMessage());
            }
        }

        Occurrence read() {
            node.fieldNames().forEachRemaining(key -> one(key, key, KEYS));
            Instant at = Times.read(text("time"))
                    .orElseThrow(() -> bad("time", text("time") + " is no time such as 2026-11-25T12:00:00Z"));
            String pool = one("pool", text("pool"), List.copyOf(catalog.byName().keySet()));
            return switch (one("status", text("status"), STATUSES)) {
                case "resolved" -> new Occurrence.Ends(at, pool, text("alert"));
                case "firing" -> new Occurrence.Fires(at, pool, text("alert"), change(pool));
                default ->
                    new Occurrence.Asked(
                            at,
                            pool,
                            change(pool),
                            node.has("reason") ? Optional.of(text("reason")) : Optional.empty());
            };
        }

        private Change change(String pool) {
            String action = one("action", text("action"), ACTIONS);
            if (action.startsWith("scale")) {
                Direction direction = action.equals("scaleOut") ? Direction.OUT : Direction.IN;
                return catalog.find(pool).orElseThrow().step(direction);
            }
            JsonNode value = node.path("value");
            boolean set = action.equals("set");
            if (!value.canConvertToInt() || !value.isIntegralNumber() || (set && value.intValue() < 0)) {
                throw bad("value", "%s needs a whole number%s".formatted(action, set ? ", at least 0" : ""));
            }
            return switch (action) {
                case "set" -> new Change.SetTo(value.intValue());
                case "delta" -> new Change.Delta(value.intValue());
                default -> new Change.Percent(value.intValue());
            };
        }

        private String text(String key) {
            JsonNode value = node.path(key);
            if (!value.isValueNode() || value.isNull() || value.asText().isBlank()) {
                throw bad(key, key + " is missing, or no text");
            }
            return value.asText();
        }

        private String one(String key, String word, List<String> known) {
            if (!known.contains(word)) {
                throw bad(key, "%s is %s".formatted(word, Spelling.unknown(word, known)));
            }
            return word;
        }

        private BadInput bad(String key, String problem) {
            return new BadInput(file, number, Math.max(0, text.indexOf("\"" + key + "\"")) + 1, problem);
        }
    }
}

package io.pulumiscale.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Which decisions are wanted.
 *
 * @param since a time or a duration up to now, ISO 8601
 * @param limit how many in all
 */
public record HistoryQuestion(Optional<String> pool, Optional<String> since, int limit) {
    private static final int MOST_A_PAGE = 500;

    String path(int still, OptionalLong before) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("limit", Integer.toString(Math.min(still, MOST_A_PAGE)));
        pool.ifPresent(it -> query.put("pool", it));
        since.ifPresent(it -> query.put("since", it));
        before.ifPresent(it -> query.put("before", Long.toString(it)));
        return query.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "/history?", ""));
    }
}

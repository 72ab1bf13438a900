package io.pulumiscale.doctor;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The whole report for programs. */
public final class JsonReport {
    private static final JsonMapper JSON = new JsonMapper();

    private JsonReport() {}

    public static String of(Report report) {
        ObjectNode root = JSON.createObjectNode().put("healthy", report.healthy());
        ArrayNode checks = root.putArray("checks");
        for (Result result : report.results()) {
            ObjectNode check = checks.addObject()
                    .put("check", result.check())
                    .put("status", Words.status(result.finding()))
                    .put("text", result.finding().text());
            Words.advice(result.finding()).ifPresent(advice -> check.put("advice", advice));
        }
        return root.toPrettyString();
    }
}

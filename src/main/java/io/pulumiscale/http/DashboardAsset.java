package io.pulumiscale.http;

import io.undertow.util.ETag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;

/**
 * A file that the dashboard is made of; all are texts.
 *
 * @param tag changes with the text
 */
record DashboardAsset(String contentType, String text, ETag tag) {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "svg", "image/svg+xml");

    /** @param resource as the class path has it, from its root on */
    static DashboardAsset of(String resource) {
        byte[] bytes = bytes(resource);
        String ending = resource.substring(resource.lastIndexOf('.') + 1);
        return new DashboardAsset(
                Objects.requireNonNull(TYPES.get(ending), resource),
                new String(bytes, StandardCharsets.UTF_8),
                new ETag(false, digest(bytes)));
    }

    static byte[] bytes(String resource) {
        try (InputStream in = DashboardAsset.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(in, resource).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

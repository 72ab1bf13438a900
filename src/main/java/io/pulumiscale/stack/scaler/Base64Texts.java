package io.pulumiscale.stack.scaler;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** A Secret's {@code data}. Its {@code stringData} would be replaced by every {@code pulumi up}. */
final class Base64Texts {
    private Base64Texts() {}

    static Map<String, String> of(Map<String, String> plain) {
        Map<String, String> encoded = new TreeMap<>();
        plain.forEach((name, text) -> encoded.put(name, of(text)));
        return encoded;
    }

    static String of(String plain) {
        return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}

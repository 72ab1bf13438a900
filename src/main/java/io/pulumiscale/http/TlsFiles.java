package io.pulumiscale.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the server's certificate and its key are, in PEM.
 *
 * @param certificate with those that lead from it to a known authority, it first
 * @param key not encrypted; PKCS#8, or OpenSSL's forms for RSA (PKCS#1) and elliptic curves (SEC 1)
 */
public record TlsFiles(Path certificate, Path key) {

    /**
     * @throws UnusableTls a file cannot be read
     */
    Content read() {
        return new Content(read(certificate), read(key));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1); // PEM is ASCII, what is none is found later
        } catch (IOException e) {
            throw new UnusableTls(
                    "%s cannot be read: %s".formatted(file, e.getClass().getSimpleName()), e);
        }
    }

    /** What both had in them at one moment; it is in no text of this. */
    record Content(String certificate, String key) {
        @Override
        public String toString() {
            return "Content";
        }
    }
}

package io.pulumiscale.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Certificates for 127.0.0.1 that sign themselves, made by the JDK's keytool. */
final class Certificates {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path folder;

    Certificates(Path folder) {
        this.folder = folder;
    }

    /** A pair of files. */
    record Pair(Path certificate, Path key) {
        TlsFiles files() {
            return new TlsFiles(certificate, key);
        }

        /** Another two files with the same content. */
        Pair copiedTo(Path folder) {
            Pair copy = new Pair(folder.resolve("tls.crt"), folder.resolve("tls.key"));
            copy.become(this);
            return copy;
        }

        /** Its files have the content of the other's from now on. */
        void become(Pair other) {
            try {
                Files.copy(other.certificate, certificate, StandardCopyOption.REPLACE_EXISTING);
                Files.copy(other.key, key, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @param more what keytool is to be told beside, such as the key's algorithm */
    Pair make(String name, String... more) {
        Path store = folder.resolve(name + ".p12");
        keytool(name, store, more);
        try (var in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD);
            return new Pair(
                    pem(name + ".crt", "CERTIFICATE", keys.getCertificate(name).getEncoded()),
                    pem(
                            name + ".key",
                            "PRIVATE KEY",
                            keys.getKey(name, PASSWORD).getEncoded()));
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(name, e);
        }
    }

    Path pem(String file, String type, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        try {
            return Files.writeString(
                    folder.resolve(file), "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(type, body, type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keytool(String name, Path store, String... more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-startdate",
                "2026/01/01",
                "-validity",
                "400",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD)));
        command.addAll(List.of(more));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package io.pulumiscale.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A key, and a certificate that says it is SNS's: made by the JDK's keytool, once for each folder. */
final class SigningKey {
    private static final String ALIAS = "sns";
    /** Keytool wants one. What protects the key is that its file is its owner's only. */
    private static final String PASSWORD = "changeit";

    /** There SNS's certificates have a name of their own. */
    private static final String OPT_IN_REGIONS =
            "af-south-1 ap-east-1 ap-east-2 ap-south-2 ap-southeast-3 ap-southeast-4"
                    + " ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-west-1 eu-central-2 eu-south-1 eu-south-2 il-central-1"
                    + " me-central-1 me-south-1 mx-central-1";

    private final Path certificateFile;
    private final String certificateName;
    private final PrivateKey key;

    private SigningKey(Path certificateFile, String certificateName, PrivateKey key) {
        this.certificateFile = certificateFile;
        this.certificateName = certificateName;
        this.key = key;
    }

    /** Whose cloud has the folder is the only one that may make it. */
    static SigningKey of(Path folder) throws IOException {
        Path store = folder.resolve("sns.p12");
        if (!Files.exists(store)) {
            make(store);
        }
        return read(folder, store);
    }

    Path certificateFile() {
        return certificateFile;
    }

    /** The last part of the certificate's URL, which nobody serves. */
    String certificateName() {
        return certificateName;
    }

    /** Base64 of what SNS's signature version 2 is: SHA-256 with RSA. */
    String sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform signs with RSA", e);
        }
    }

    private static SigningKey read(Path folder, Path store) throws IOException {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            byte[] certificate = keys.getCertificate(ALIAS).getEncoded();
            Path file = Files.writeString(folder.resolve("sns.pem"), pem(certificate));
            return new SigningKey(file, name(certificate), (PrivateKey) keys.getKey(ALIAS, PASSWORD.toCharArray()));
        } catch (GeneralSecurityException e) {
            throw new IOException("the embedded cloud's key cannot be read: " + store, e);
        }
    }

    private static String name(byte[] certificate) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate);
        return "SimpleNotificationService-%s.pem".formatted(HexFormat.of().formatHex(digest));
    }

    private static String pem(byte[] certificate) {
        return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate));
    }

    /** In a folder that is its owner's only, and then moved: nobody reads it meanwhile, and nobody finds a half of it. */
    private static void make(Path store) throws IOException {
        Path workshop = Files.createTempDirectory(store.resolveSibling("").toAbsolutePath(), "sns");
        Path made = workshop.resolve("sns.p12");
        try {
            run(command(made));
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
            Files.move(made, store, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(made);
            Files.delete(workshop);
        }
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("the embedded cloud has no key: " + said.strip());
        }
    }

    private static List<String> command(Path store) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=sns.amazonaws.com",
                "-ext",
                "san=" + names(),
                "-startdate",
                "2020/01/01",
                "-validity",
                "36500",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD);
    }

    private static String names() {
        return Stream.concat(
                        Stream.of("sns.amazonaws.com", "sns-us-gov-west-1.amazonaws.com"),
                        Stream.of(OPT_IN_REGIONS.split(" ")).map("sns-signing.%s.amazonaws.com"::formatted))
                .map("dns:"::concat)
                .collect(Collectors.joining(","));
    }
}

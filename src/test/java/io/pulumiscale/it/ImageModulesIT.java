package io.pulumiscale.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.FindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The image's Java has every module that a library names: a new library once brought {@code jdk.net}, and it did not start. */
class ImageModulesIT {
    private static final Pattern LISTED = Pattern.compile("readonly modules=((?:[\\w.,]|\\\\\\n)+)");
    private static final Pattern NAMED = Pattern.compile("-> ((?:java|jdk)\\.[a-z.]+)");
    /** Of Javassist's class reloading and of annotation processors, as the build says. */
    private static final Set<String> NOT_WANTED = Set.of("java.compiler", "java.instrument", "jdk.attach", "jdk.jdi");

    @Test
    void nothingIsLeftOut() throws IOException {
        Set<String> named = new HashSet<>();
        for (Path jar : jars()) {
            named.addAll(all(NAMED, dependencies(jar)));
        }
        assertThat(named).contains("java.base", "jdk.unsupported");
        named.removeAll(NOT_WANTED);
        assertThat(listed()).containsAll(named);
    }

    private static List<String> listed() throws IOException {
        String build = Files.readString(Path.of("infra/image/build"));
        return Arrays.asList(all(LISTED, build).get(0).replace("\\\n", "").split(",", -1));
    }

    /** But those of the cloud's resources, which are large and name nothing of their own. */
    private static List<Path> jars() throws IOException {
        Path jar = Path.of(System.getProperty("pulumiscale.jar", "target/pulumiscale.jar"));
        try (Stream<Path> libraries = Files.list(jar.resolveSibling("lib"))) {
            return Stream.concat(Stream.of(jar), libraries)
                    .filter(each -> !each.getFileName().toString().matches("(aws|kubernetes)-\\d.*"))
                    .toList();
        }
    }

    private static String dependencies(Path jar) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        try {
            ToolProvider.findFirst("jdeps")
                    .orElseThrow()
                    .run(writer, writer, "-s", "--multi-release", "17", "--ignore-missing-deps", jar.toString());
        } catch (FindException e) {
            return ""; // a part of Kotlin's library, which it will not look at alone
        }
        return said.toString();
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }
}

package io.pulumiscale;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The image is described twice, for jib and for Docker: both say the same. */
class ImageFilesTest {
    private final String dockerfile = read("infra/Dockerfile").replace("\\\n", " ");
    private final Element container = container();

    @Test
    void theEnvironmentIsTheSame() {
        Map<String, String> ofJib = new TreeMap<>();
        NodeList variables =
                ((Element) container.getElementsByTagName("environment").item(0)).getElementsByTagName("*");
        for (int i = 0; i < variables.getLength(); i++) {
            ofJib.put(variables.item(i).getNodeName(), variables.item(i).getTextContent());
        }
        Map<String, String> ofDocker = new TreeMap<>();
        for (String each : instruction("ENV").strip().split("\\s+", -1)) {
            ofDocker.put(each.split("=", 2)[0], each.split("=", 2)[1]);
        }
        assertThat(ofDocker).isNotEmpty().isEqualTo(ofJib);
    }

    @Test
    void whatIsRunByWhomAndWhereIsTheSame() {
        assertThat(instruction("USER")).isEqualTo(text("user")).isEqualTo("65532:65532");
        assertThat(instruction("WORKDIR")).isEqualTo(text("workingDirectory"));
        assertThat(instruction("EXPOSE")).isEqualTo(text("port"));
        assertThat(words("ENTRYPOINT")).isEqualTo(words((Element)
                container.getElementsByTagName("entrypoint").item(0)));
        assertThat(words("CMD")).isEqualTo(words((Element)
                container.getElementsByTagName("args").item(0)));
    }

    private String text(String element) {
        return container.getElementsByTagName(element).item(0).getTextContent();
    }

    private static String words(Element list) {
        StringBuilder words = new StringBuilder();
        NodeList args = list.getElementsByTagName("arg");
        for (int i = 0; i < args.getLength(); i++) {
            words.append(args.item(i).getTextContent()).append('\n');
        }
        return words.toString();
    }

    private String words(String instruction) {
        StringBuilder words = new StringBuilder();
        try {
            for (JsonNode word : new JsonMapper().readTree(instruction(instruction))) {
                words.append(word.asText()).append('\n');
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return words.toString();
    }

    /** Of the last stage. */
    private String instruction(String name) {
        Matcher line = Pattern.compile("^" + name + " (.*)$", Pattern.MULTILINE)
                .matcher(dockerfile.substring(dockerfile.lastIndexOf("\nFROM ")));
        assertThat(line.find()).as(name).isTrue();
        return line.group(1);
    }

    private static Element container() {
        try {
            return (Element) DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new File("infra/image/pom.xml"))
                    .getElementsByTagName("container")
                    .item(0);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

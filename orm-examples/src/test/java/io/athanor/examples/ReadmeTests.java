package io.athanor.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The quick start of the README, as a reader would copy it. */
class ReadmeTests {
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("public class (\\w+)");
    private static String readme = "";

    @BeforeAll
    static void readTheReadme() throws IOException {
        readme = Files.readString(Path.of("..", "README.md"));
    }

    private static List<String> blocks(String language) {
        List<String> found = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(readme);
        while (matcher.find()) {
            if (matcher.group(1).equals(language)) {
                found.add(matcher.group(2));
            }
        }
        return found;
    }

    @Test
    void theQuickStartCompilesAndPrintsWhatItSays(@TempDir Path folder) throws Exception {
        Map<String, String> sources = new LinkedHashMap<>();
        for (String source : blocks("java")) {
            Matcher type = TYPE.matcher(source);
            assertThat(type.find()).isTrue();
            sources.put(type.group(1), source);
        }
        String output = ExampleProgram.compile(folder, sources).run("shelf.Main");
        assertThat(output.lines())
                .containsSubsequence(blocks("text").get(0).lines().toList());
        assertThat(output)
                .contains("CREATE TABLE book", "INSERT INTO book (title, pages, author_id) VALUES (?, ?, ?)", "COMMIT");
    }

    @Test
    void thePomFragmentNamesTheArtifactsOfThisVersion() throws Exception {
        String fragment = "<project>" + blocks("xml").get(0) + "</project>";
        Document fragmentXml = parse(fragment);
        String version = textOf(parse(Files.readString(Path.of("..", "pom.xml"))), "version")
                .get(0);
        assertThat(textOf(fragmentXml, "artifactId"))
                .contains("orm-core", "orm-dialect-sqlite")
                .endsWith("orm-processor");
        assertThat(textOf(fragmentXml, "version")).contains(version);
        for (String artifact : textOf(fragmentXml, "artifactId")) {
            assertThat(!artifact.startsWith("orm-") || Files.isDirectory(Path.of("..", artifact)))
                    .as(artifact)
                    .isTrue();
        }
    }

    @Test
    void theGradleFragmentNamesTheArtifactsOfThePom() {
        for (String artifact : List.of("orm-core", "orm-dialect-sqlite", "orm-processor")) {
            assertThat(blocks("groovy").get(0)).contains("'io.athanor:" + artifact + ":0.1.0-SNAPSHOT'");
        }
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> textOf(Document document, String tag) {
        List<String> texts = new ArrayList<>();
        NodeList nodes = document.getElementsByTagName(tag);
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    @Test
    void theTwoCommandsAreThoseOfTheBuild() {
        assertThat(blocks("sh").get(0)).contains("mvn -q -Ptutorial verify ").contains("mvn verify ");
    }
}

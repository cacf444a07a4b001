package io.athanor.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
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
    private static final String PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
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
        Path classes = Files.createDirectory(folder.resolve("classes"));
        List<String> arguments =
                new ArrayList<>(List.of("-d", classes.toString(), "-cp", PATH, "-processorpath", PATH));
        arguments.addAll(List.of("--release", "17", "-Xlint:all,-options,-processing", "-Werror"));
        for (String source : blocks("java")) {
            Matcher type = TYPE.matcher(source);
            assertThat(type.find()).isTrue();
            Path file = folder.resolve(type.group(1) + ".java");
            arguments.add(Files.writeString(file, source).toString());
        }
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(result).as("javac").isZero();

        String output =
                run(List.of("-cp", classes + File.pathSeparator + PATH, "shelf.Main"), folder.resolve("out.txt"));
        assertThat(output.lines())
                .containsSubsequence(blocks("text").get(0).lines().toList());
        assertThat(output).contains("CREATE TABLE books", "INSERT INTO books (title, pages) VALUES (?, ?)", "COMMIT");
    }

    private static String run(List<String> arguments, Path output) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
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

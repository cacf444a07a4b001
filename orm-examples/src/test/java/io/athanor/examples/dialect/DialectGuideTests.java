package io.athanor.examples.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about dialects shows the example's own sources, and counts their lines right. */
class DialectGuideTests {
    private static final Path PAGE = Path.of("..", "docs", "guide", "dialect.md");
    private static final Path SOURCES = Path.of("dialect-hsqldb", "src");
    private static final Pattern BLOCK = Pattern.compile("```(?:java|xml)\\n(.*?)```", Pattern.DOTALL);
    private static final int LIMIT = 400;

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(each -> each.toString().endsWith(".java")).toList();
        }
    }

    @Test
    void everyBlockIsFromTheExample() throws IOException {
        StringBuilder all = new StringBuilder(Files.readString(Path.of("dialect-hsqldb", "pom.xml")));
        for (Path file : files(SOURCES)) {
            all.append(Files.readString(file));
        }
        String sources = flat(all.toString());
        Matcher block = BLOCK.matcher(Files.readString(PAGE));
        int blocks = 0;
        while (block.find()) {
            blocks++;
            for (String piece : block.group(1).split("…")) {
                assertThat(sources).contains(flat(piece));
            }
        }
        assertThat(blocks).isGreaterThan(5);
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** Lines of code: neither blank, nor comment, nor import. */
    @Test
    void linesOfTheDialectAreThoseThatThePageSays() throws IOException {
        long lines = 0;
        for (Path file : files(SOURCES.resolve("main"))) {
            lines += Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .filter(line -> !line.startsWith("/*") && !line.startsWith("*") && !line.startsWith("//"))
                    .filter(line -> !line.startsWith("import ") && !line.startsWith("package "))
                    .count();
        }
        assertThat(lines).isLessThan(LIMIT);
        assertThat(Files.readString(PAGE)).contains("**" + lines + " lines**");
    }

    @Test
    void readmeLinksThePage() throws IOException {
        assertThat(Files.readString(Path.of("..", "README.md"))).contains("(docs/guide/dialect.md)");
    }
}

package io.athanor.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the guide as one program: its Java blocks in order, those of imports at the head and all others in the main
 * method, so that a later block sees what an earlier one declared. A block of text or SQL behind a Java block is what that
 * block prints; one marked with a dialect's name, such as {@code sql sqlite}, is so on that dialect alone.
 */
final class GuidePage {
    private static final Pattern FENCE =
            Pattern.compile("^```(\\w+)(?: (\\w+))?\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern CLASS = Pattern.compile("^class (\\w+) ", Pattern.MULTILINE);
    private static final String MARK = "#### ";
    private static final String HEAD = """
            final class Guide {
                private Guide() {}

                static void print(Object value) {
                    System.out.println(value);
                }

                static void show(io.athanor.sql.tree.SqlNode node) {
                    System.out.println(io.athanor.sql.Sql.render(node));
                }

                public static void main(String... arguments) throws Exception {
            """;

    /** A piece of program with what it prints, by dialect; under an empty name what it prints on all. */
    record Step(String java, List<Output> outputs) {
        String outputOn(String dialect) {
            return outputs.stream()
                    .filter(output ->
                            output.dialect().isEmpty() || output.dialect().equals(dialect))
                    .map(Output::text)
                    .findFirst()
                    .orElse("");
        }

        boolean isSaidOf(String dialect) {
            return outputs.isEmpty()
                    || outputs.stream()
                            .anyMatch(output -> output.dialect().isEmpty()
                                    || output.dialect().equals(dialect));
        }
    }

    record Output(String dialect, String text) {}

    private final List<Step> steps = new ArrayList<>();

    private final Map<String, String> entities = new LinkedHashMap<>();

    private GuidePage() {}

    /** The blocks that are marked as an entity: each a source file of its own, by the name of its class. */
    Map<String, String> entities() {
        return entities;
    }

    static GuidePage read(Path path) throws IOException {
        GuidePage page = new GuidePage();
        Matcher fence = FENCE.matcher(Files.readString(path));
        while (fence.find()) {
            String dialect = fence.group(2) == null ? "" : fence.group(2);
            if (fence.group(1).equals("java") && dialect.equals("entity")) {
                Matcher name = CLASS.matcher(fence.group(3));
                assertThat(name.find()).as(fence.group(3)).isTrue();
                page.entities.put(name.group(1), fence.group(3));
            } else if (fence.group(1).equals("java")) {
                page.steps.add(new Step(fence.group(3), new ArrayList<>()));
            } else if (fence.group(1).equals("text") || fence.group(1).equals("sql")) {
                page.steps.get(page.steps.size() - 1).outputs().add(new Output(dialect, fence.group(3)));
            }
        }
        return page;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    private static boolean isImport(Step step) {
        return step.java().startsWith("import ");
    }

    /** The program; {@code class Guide} without a package. */
    String program() {
        StringBuilder program = new StringBuilder();
        steps.stream().filter(GuidePage::isImport).forEach(step -> program.append(step.java()));
        program.append(HEAD);
        for (Step step : steps) {
            program.append(isImport(step) ? "" : step.java())
                    .append("System.out.println(\"")
                    .append(MARK)
                    .append("\");\n");
        }
        return program.append("    }\n}\n").toString();
    }

    /** What each step printed, in order. */
    static List<String> printed(String output) {
        String[] parts = output.split(MARK + "\\R", -1);
        return List.of(parts).subList(0, parts.length - 1);
    }
}

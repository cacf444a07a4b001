package io.athanor.examples.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.examples.ExampleProgram;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.EachDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial as it is read, and on every database. */
class TutorialTests {
    private static final int SHOWN = 109;
    /** What SQLite in memory prints; written anew by {@code -Dtutorial.regenerate=true}. */
    private static final Path TRANSCRIPT = Path.of("src", "test", "resources", "tutorial", "sqlite.txt");

    @EachDatabase
    void everyValueIsAsExpected(Database database) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int shown = TutorialMain.run(database.url(), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(shown).isEqualTo(SHOWN);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).endsWith(SHOWN + " values shown, all as expected\n");
    }

    @Test
    void readsAsTheTranscript(@TempDir Path folder) throws Exception {
        List<String> printed = ExampleProgram.of(folder)
                .run(TutorialMain.class.getName())
                .lines()
                .map(String::stripTrailing)
                .toList();
        if (Boolean.getBoolean("tutorial.regenerate")) {
            Files.write(TRANSCRIPT, printed);
        }
        assertThat(printed).isEqualTo(transcript());
    }

    private static List<String> transcript() throws IOException {
        return Files.readAllLines(TRANSCRIPT);
    }

    @Test
    void everyChapterOfTheTutorialIsThere() throws IOException {
        assertThat(transcript().stream()
                        .filter(line -> line.startsWith("== "))
                        .map(line -> line.substring(3))
                        .toList())
                .containsExactly(
                        "Connecting",
                        "Declare a mapping",
                        "Create a schema",
                        "Create an instance of the mapped class",
                        "Creating a session",
                        "Adding and updating objects",
                        "Rolling back",
                        "Querying",
                        "Common filter operators",
                        "Returning lists and scalars",
                        "Using textual SQL",
                        "Counting",
                        "Building a relationship",
                        "Working with related objects",
                        "Querying with joins",
                        "Using aliases",
                        "Using subqueries",
                        "Selecting entities from subqueries",
                        "Using EXISTS",
                        "Common relationship operators",
                        "Eager loading",
                        "Deleting",
                        "Configuring delete/delete-orphan cascade",
                        "Building a many to many relationship");
    }
}

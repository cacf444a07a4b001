package io.athanor.dialect.sqlite;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What slf4j-simple writes to the error stream meanwhile. */
final class Captured implements AutoCloseable {
    private final PrintStream before = System.err;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Captured() {
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    }

    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The messages, without what stands before them. */
    List<String> records() {
        return Arrays.stream(text().split("\\[main] [A-Z]+ io.athanor.engine.Engine - "))
                .map(record -> record.strip().replaceAll("\\s+", " "))
                .filter(record -> !record.isEmpty())
                .toList();
    }

    @Override
    public void close() {
        System.setErr(before);
    }
}

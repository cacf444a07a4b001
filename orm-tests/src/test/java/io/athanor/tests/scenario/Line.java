package io.athanor.tests.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.athanor.tests.jdbc.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One thing that was sent.
 *
 * @param sql a statement, its white space folded, or a word of transactions
 * @param rows its parameters as text: one row, or those of a batch; none for a word
 * @param isKeyed whether it is one of several INSERTs of which each returned its key
 */
public record Line(String sql, List<List<String>> rows, boolean isKeyed) {
    private static final Pattern SAVEPOINT = Pattern.compile("SAVEPOINT \\S+");
    private static final String KEY = " RETURNING id";

    public static Line recorded(JsonNode sent) {
        JsonNode parameters = sent.get("params");
        String sql = Sent.fold(sent.get("statement").asText()).replace(" (implicit)", "");
        if (parameters.isNull()) {
            return new Line(sql, List.of(), false);
        }
        List<List<String>> rows = new ArrayList<>();
        if (sent.path("executemany").asBoolean()) {
            parameters.forEach(row -> rows.add(texts(row)));
        } else {
            rows.add(texts(parameters));
        }
        return new Line(unnamed(sql), rows, sent.path("insertmanyvalues").asBoolean());
    }

    public static Line of(Sent sent) {
        if (!sent.isStatement()) {
            return new Line(sent.kind().name(), List.of(), false);
        }
        List<List<String>> rows = sent.rows().stream()
                .map(row -> row.stream().map(String::valueOf).toList())
                .toList();
        return new Line(unnamed(sent.folded()), rows, false);
    }

    /** Names of savepoints are nobody's business. */
    private static String unnamed(String sql) {
        return SAVEPOINT.matcher(sql).replaceAll("SAVEPOINT");
    }

    private static List<String> texts(JsonNode row) {
        List<String> texts = new ArrayList<>();
        row.forEach(value -> texts.add(value.isValueNode() ? value.asText() : value.toString()));
        return texts;
    }

    /** Whether the record is cut short. */
    boolean isAbbreviated() {
        return rows.size() == 1 && rows.get(0).contains("...");
    }

    /** The same cut as another line is. */
    Line abbreviatedAs(Line other) {
        boolean isLike = other.isAbbreviated() && sql.startsWith(other.sql.strip()) && rows.size() == 1;
        if (!isLike) {
            return this;
        }
        List<String> cut =
                new ArrayList<>(rows.get(0).subList(0, Math.min(3, rows.get(0).size())));
        cut.add("...");
        return new Line(other.sql, List.of(cut), false);
    }

    boolean isStatement() {
        return !rows.isEmpty();
    }

    /** The same without asking for the key, which JDBC has a method for. */
    Line withoutKey() {
        return isKeyed && sql.endsWith(KEY)
                ? new Line(sql.substring(0, sql.length() - KEY.length()), rows, false)
                : this;
    }

    /** The same with the rows of another run of the statement. */
    Line and(Line other) {
        List<List<String>> both = new ArrayList<>(rows);
        both.addAll(other.rows);
        return new Line(sql, both, isKeyed);
    }

    @Override
    public String toString() {
        return rows.isEmpty()
                ? sql
                : sql + rows.stream().map(List::toString).collect(Collectors.joining(", ", " ", ""));
    }
}

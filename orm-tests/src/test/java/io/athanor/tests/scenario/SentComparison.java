package io.athanor.tests.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Compares what was sent with what was recorded. */
public final class SentComparison {

    /** How they compare. */
    public enum Verdict {
        EQUAL,
        /** The same rows by the same statements, but in fewer runs, or with the keys asked for in JDBC's way. */
        EQUAL_BY_JDBC,
        DIFFERENT
    }

    private SentComparison() {}

    public static Verdict compare(List<Line> recorded, List<Line> complete, boolean isOrderOpen) {
        List<Line> sent = new ArrayList<>();
        for (int i = 0; i < complete.size(); i++) {
            Line line = complete.get(i);
            sent.add(i < recorded.size() ? line.abbreviatedAs(recorded.get(i)) : line);
        }
        if (texts(recorded, isOrderOpen).equals(texts(sent, isOrderOpen))) {
            return Verdict.EQUAL;
        }
        List<Line> unkeyed = recorded.stream().map(Line::withoutKey).toList();
        boolean isSame = texts(merged(unkeyed), isOrderOpen).equals(texts(merged(sent), isOrderOpen));
        return isSame && sent.size() <= recorded.size() ? Verdict.EQUAL_BY_JDBC : Verdict.DIFFERENT;
    }

    private static List<String> texts(List<Line> lines, boolean isOrderOpen) {
        List<String> texts = new ArrayList<>(lines.stream().map(Line::toString).toList());
        if (isOrderOpen) {
            texts.sort(null);
        }
        return texts;
    }

    /** Runs of one statement on rows that follow each other, as one run. */
    private static List<Line> merged(List<Line> lines) {
        List<Line> merged = new ArrayList<>();
        for (Line line : lines) {
            int last = merged.size() - 1;
            if (last >= 0 && line.isStatement() && merged.get(last).sql().equals(line.sql())) {
                merged.set(last, merged.get(last).and(line));
            } else {
                merged.add(line);
            }
        }
        return merged;
    }

    public static String text(List<Line> lines) {
        return lines.isEmpty()
                ? "      nothing"
                : lines.stream().map(line -> "      " + line).collect(Collectors.joining("\n"));
    }
}

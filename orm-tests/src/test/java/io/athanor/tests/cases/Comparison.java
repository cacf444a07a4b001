package io.athanor.tests.cases;

import io.athanor.sql.compile.BoundStatement;
import io.athanor.sql.error.OrmException;
import io.athanor.sql.tree.SqlNode;
import java.util.Objects;
import java.util.function.Function;

/** Compares one line of the records with what its expression compiles to, under one set of names. */
record Comparison(RecordedCase recorded, CaseDialect dialect, Renaming renaming) {
    String run(Function<Vocabulary, Object> expression) {
        try {
            Object built = expression.apply(new Vocabulary(renaming));
            if (built instanceof Cases.Ddl ddl) {
                return compare(ddl.write(dialect));
            }
            BoundStatement bound = dialect.compile((SqlNode) built);
            if (recorded.isRefused()) {
                return "should be refused, but is: " + bound.sql();
            }
            String difference = compare(bound.sql());
            return difference.isEmpty() ? compareParameters(bound) : difference;
        } catch (OrmException refused) {
            return recorded.isRefused() ? "" : "refused: " + refused.getMessage();
        }
    }

    private String compare(String sql) {
        if (recorded.isRefused()) {
            return "should be refused, but is: " + sql;
        }
        String expected = fold(renaming.apply(Objects.requireNonNull(recorded.sql())));
        String actual = fold(sql);
        return expected.equals(actual) ? "" : "expected: " + expected + "\n    actual:   " + actual;
    }

    private String compareParameters(BoundStatement bound) {
        boolean isNamed = recorded.params().isObject();
        String expected = ParameterValues.recorded(recorded.params(), renaming);
        String actual = ParameterValues.compiled(bound, isNamed);
        return expected.equals(actual) ? "" : "expected parameters: " + expected + "\n    actual:   " + actual;
    }

    /** White space outside quotes counts as one blank. */
    static String fold(String sql) {
        StringBuilder folded = new StringBuilder();
        char quote = 0;
        for (char c : sql.toCharArray()) {
            boolean isSpace = quote == 0 && Character.isWhitespace(c);
            if (quote == 0 && (c == '\'' || c == '"' || c == '`')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
            boolean isRepeated = isSpace && (folded.isEmpty() || folded.charAt(folded.length() - 1) == ' ');
            if (!isRepeated) {
                folded.append(isSpace ? ' ' : c);
            }
        }
        return folded.toString().strip();
    }
}

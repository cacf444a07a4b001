package io.athanor.dialect.sqlite;

import io.athanor.engine.dialect.Reflected;
import io.athanor.sql.schema.ForeignKey.Action;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A CREATE TABLE as SQLite keeps it. The pragmas tell neither the names of constraints nor checks, collations, computations
 * and when keys are checked, so the text is taken apart.
 */
final class SqliteTableSql {
    private static final List<String> AFTER_TYPE = List.of(
            "CONSTRAINT",
            "PRIMARY",
            "NOT",
            "NULL",
            "UNIQUE",
            "CHECK",
            "DEFAULT",
            "COLLATE",
            "REFERENCES",
            "GENERATED",
            "AS");

    final Map<String, String> collations = new LinkedHashMap<>();
    final Map<String, Reflected.Computed> computed = new LinkedHashMap<>();
    final List<Reflected.Unique> uniques = new ArrayList<>();
    final List<Reflected.Check> checks = new ArrayList<>();
    final List<Reflected.ForeignKey> foreignKeys = new ArrayList<>();
    final Map<String, Object> options = new LinkedHashMap<>();
    private @Nullable String keyName;

    SqliteTableSql(@Nullable String sql) {
        SqliteTokens tokens = new SqliteTokens(sql == null ? "" : sql);
        while (tokens.hasNext() && !tokens.isAt("(")) {
            if (tokens.isAt("VIRTUAL")) {
                return;
            }
            tokens.word();
        }
        for (SqliteTokens element : tokens.parenthesized().elements()) {
            read(element);
        }
        for (SqliteTokens option : tokens.elements()) {
            if (option.isAt("WITHOUT", "ROWID")) {
                options.put("with_rowid", false);
            } else if (option.isAt("STRICT")) {
                options.put("strict", true);
            }
        }
    }

    @Nullable String keyName() {
        return keyName;
    }

    private void read(SqliteTokens element) {
        boolean isConstraint = element.isAtOneOf(List.of("CONSTRAINT", "UNIQUE", "CHECK"))
                || element.isAt("PRIMARY", "KEY")
                || element.isAt("FOREIGN", "KEY");
        String column = isConstraint ? "" : element.name();
        if (!isConstraint) {
            element.textUpTo(AFTER_TYPE);
        }
        String name = null;
        while (element.hasNext()) {
            if (element.skip("CONSTRAINT")) {
                name = element.name();
            } else {
                constraint(element, column, name);
                name = null;
            }
        }
    }

    private void constraint(SqliteTokens element, String column, @Nullable String name) {
        if (element.skip("PRIMARY", "KEY")) {
            keyName = name;
            element.parenthesized();
        } else if (element.skip("UNIQUE")) {
            List<String> columns = element.isAt("(") ? element.parenthesized().names() : List.of(column);
            uniques.add(new Reflected.Unique(name, columns));
        } else if (element.skip("CHECK")) {
            checks.add(new Reflected.Check(name, element.parenthesized().text()));
        } else if (element.skip("FOREIGN", "KEY")) {
            List<String> columns = element.parenthesized().names();
            if (element.skip("REFERENCES")) {
                foreignKeys.add(foreignKey(element, name, columns));
            }
        } else if (element.skip("REFERENCES")) {
            foreignKeys.add(foreignKey(element, name, List.of(column)));
        } else if (element.skip("COLLATE")) {
            collations.put(column, element.name());
        } else if (element.skip("DEFAULT")) {
            skipDefault(element);
        } else if (element.skip("GENERATED", "ALWAYS", "AS") || element.skip("AS")) {
            String sql = element.parenthesized().text();
            computed.put(column, new Reflected.Computed(sql, element.skip("STORED")));
        } else if (element.skip("AUTOINCREMENT")) {
            options.put("autoincrement", true);
        } else {
            element.word();
        }
    }

    private static void skipDefault(SqliteTokens element) {
        if (element.isAt("(")) {
            element.parenthesized();
        } else if (!element.skip("+") && !element.skip("-")) {
            element.word();
        }
    }

    private static Reflected.ForeignKey foreignKey(SqliteTokens element, @Nullable String name, List<String> columns) {
        String table = element.name();
        List<String> referred = element.parenthesized().names();
        Action onDelete = null;
        Action onUpdate = null;
        String match = null;
        Boolean deferrable = null;
        Boolean deferred = null;
        while (element.hasNext() && !element.isAt("CONSTRAINT")) {
            if (element.skip("ON", "DELETE")) {
                onDelete = action(element);
            } else if (element.skip("ON", "UPDATE")) {
                onUpdate = action(element);
            } else if (element.skip("MATCH")) {
                match = match(element.name());
            } else if (element.skip("NOT", "DEFERRABLE")) {
                deferrable = false;
            } else if (element.skip("DEFERRABLE")) {
                deferrable = true;
            } else if (element.skip("INITIALLY")) {
                deferred = element.word().equalsIgnoreCase("DEFERRED");
            } else {
                break;
            }
        }
        return new Reflected.ForeignKey(
                name,
                columns,
                new Reflected.Referred(null, table, referred),
                new Reflected.KeyOptions(onDelete, onUpdate, match, deferrable, deferred));
    }

    private static @Nullable Action action(SqliteTokens element) {
        String word = element.word().toUpperCase(Locale.ROOT);
        if (word.equals("NO")) {
            element.skip("ACTION");
            return null;
        }
        return word.equals("SET")
                ? Action.valueOf("SET_" + element.word().toUpperCase(Locale.ROOT))
                : Action.valueOf(word);
    }

    private static @Nullable String match(String kind) {
        String upper = kind.toUpperCase(Locale.ROOT);
        return upper.equals("FULL") || upper.equals("PARTIAL") ? upper : null;
    }
}

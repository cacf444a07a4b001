package io.athanor.dialect.sqlite;

import io.athanor.engine.dialect.Reflected;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A CREATE INDEX as SQLite keeps it; the pragmas tell neither its expressions nor its condition. */
final class SqliteIndexSql {
    private SqliteIndexSql() {}

    static Reflected.Index read(String name, String sql) {
        SqliteTokens tokens = new SqliteTokens(sql);
        tokens.skip("CREATE");
        boolean isUnique = tokens.skip("UNIQUE");
        while (tokens.hasNext() && !tokens.isAt("(")) {
            tokens.name();
        }
        List<Reflected.Element> elements = new ArrayList<>();
        for (SqliteTokens element : tokens.parenthesized().elements()) {
            elements.add(element(element));
        }
        String condition = tokens.skip("WHERE") ? tokens.text() : null;
        return new Reflected.Index(name, elements, isUnique, condition, null, Map.of());
    }

    private static Reflected.Element element(SqliteTokens element) {
        boolean isDescending = element.endsWith("DESC");
        SqliteTokens indexed = element.withoutLast("ASC", "DESC");
        return indexed.isOneName()
                ? new Reflected.Element(indexed.name(), false, isDescending, null)
                : new Reflected.Element(indexed.text(), true, isDescending, null);
    }
}

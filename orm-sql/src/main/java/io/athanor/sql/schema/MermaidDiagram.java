package io.athanor.sql.schema;

import io.athanor.sql.type.EnumType;
import io.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;

/** Draws tables as Mermaid has it: {@code erDiagram}, an entity per table, a line per foreign key. */
final class MermaidDiagram {
    private final List<Table> tables;
    private final StringBuilder out = new StringBuilder("erDiagram\n");

    MermaidDiagram(List<Table> tables) {
        this.tables = tables;
    }

    String text() {
        tables.forEach(this::entity);
        for (Table table : tables) {
            table.foreignKeys().forEach(this::line);
        }
        return out.toString();
    }

    private void entity(Table table) {
        out.append("    ").append(quoted(table.fullName())).append(" {\n");
        for (Column<?> column : table.columns()) {
            out.append("        ")
                    .append(word(typeOf(column.type())))
                    .append(' ')
                    .append(word(column.name()));
            String keys = keys(table, column);
            out.append(keys.isEmpty() ? "" : " " + keys);
            out.append(column.comment() == null ? "" : " " + quoted(column.comment()));
            out.append('\n');
        }
        out.append("    }\n");
    }

    private static String typeOf(SqlType<?> type) {
        return type instanceof EnumType<?> ? "ENUM" : type.toString();
    }

    private static String keys(Table table, Column<?> column) {
        List<String> keys = new ArrayList<>();
        if (column.primaryKey()) {
            keys.add("PK");
        }
        if (table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column))) {
            keys.add("FK");
        }
        if (column.unique()) {
            keys.add("UK");
        }
        return String.join(", ", keys);
    }

    /** One row is referred to by any number, or by at most one if the reference is unique; it may be missing. */
    private void line(ForeignKey key) {
        List<Column<?>> columns = key.columns();
        boolean isOptional = columns.stream().anyMatch(Column::nullable);
        boolean isSingle = columns.equals(key.table().primaryKey())
                || columns.size() == 1 && columns.get(0).unique();
        out.append("    ").append(quoted(key.target().fullName()));
        out.append(isOptional ? " |o--" : " ||--").append(isSingle ? "o| " : "o{ ");
        out.append(quoted(key.table().fullName())).append(" : ");
        out.append(quoted(String.join(", ", columns.stream().map(Column::name).toList())));
        out.append('\n');
    }

    /** Within Mermaid's quotes there is no way to say a quote; a line break would end the line. */
    private static String quoted(String text) {
        return "\"" + text.replace('"', '\'').replaceAll("\\s", " ") + "\"";
    }

    private static String word(String text) {
        String word = text.replaceAll("[^\\p{L}\\p{N}_()\\[\\]]+", "_");
        return Character.isLetter(word.codePointAt(0)) || word.startsWith("_") ? word : "_" + word;
    }
}

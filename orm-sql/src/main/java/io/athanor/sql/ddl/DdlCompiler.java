package io.athanor.sql.ddl;

import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.ForeignKey;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.type.EnumType;
import io.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Writes the statements that create and drop schema elements, laid out as SQLAlchemy lays them out. A dialect overrides what
 * differs. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public class DdlCompiler {
    private final CompilerSettings settings;
    private final Supplier<? extends SqlCompiler> expressions;

    /**
     * Create a compiler.
     *
     * @param settings what it knows of its dialect
     * @param expressions makes compilers for the expressions in DDL, such as defaults
     */
    public DdlCompiler(CompilerSettings settings, Supplier<? extends SqlCompiler> expressions) {
        this.settings = settings;
        this.expressions = expressions;
    }

    /**
     * Write CREATE TABLE.
     *
     * @param table the table
     * @return the statement
     */
    public String createTable(Table table) {
        List<String> lines = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            lines.add(column(column));
        }
        if (!table.primaryKey().isEmpty()) {
            lines.add("PRIMARY KEY (" + names(table.primaryKey()) + ")");
        }
        for (Column<?> column : table.columns()) {
            addConstraints(column, lines);
        }
        for (ForeignKey key : table.foreignKeys()) {
            lines.add(foreignKey(key));
        }
        for (List<String> unique : table.uniqueConstraints()) {
            lines.add("UNIQUE ("
                    + String.join(", ", unique.stream().map(this::identifier).toList()) + ")");
        }
        return "\nCREATE TABLE " + identifier(table.name()) + " (\n\t" + String.join(", \n\t", lines) + "\n)\n\n";
    }

    /**
     * Write DROP TABLE.
     *
     * @param table the table
     * @return the statement
     */
    public String dropTable(Table table) {
        return "\nDROP TABLE " + identifier(table.name());
    }

    /**
     * Write a column as CREATE TABLE has it.
     *
     * @param column the column
     * @return its name, type and what follows
     */
    protected String column(Column<?> column) {
        StringBuilder sql = new StringBuilder(identifier(column.name()));
        sql.append(' ').append(type(column));
        Expression<?> serverDefault = column.serverDefault();
        if (serverDefault != null) {
            sql.append(" DEFAULT ").append(expressions.get().compileLiteral(serverDefault));
        }
        if (!column.nullable()) {
            sql.append(" NOT NULL");
        }
        return sql.toString();
    }

    /**
     * Write the type of a column.
     *
     * @param column the column
     * @return the type, with what makes the database number the rows
     */
    protected String type(Column<?> column) {
        return settings.types().render(column.type().forDialect(settings.dialect()));
    }

    private void addConstraints(Column<?> column, List<String> lines) {
        if (column.unique()) {
            lines.add("UNIQUE (" + identifier(column.name()) + ")");
        }
        SqlType<?> type = column.type().forDialect(settings.dialect());
        if (type instanceof EnumType<?> names && !settings.types().isNative(names) && names.isChecked()) {
            List<String> values =
                    names.names().stream().map(name -> "'" + name + "'").toList();
            lines.add("CHECK (" + identifier(column.name()) + " IN (" + String.join(", ", values) + "))");
        }
    }

    /**
     * Return whether the database has enum types, so that no CHECK is needed.
     *
     * @return whether it has
     */
    protected boolean hasNativeEnum() {
        return false;
    }

    private String foreignKey(ForeignKey key) {
        return "FOREIGN KEY(" + names(key.columns()) + ") REFERENCES "
                + identifier(key.target().name()) + " (" + names(key.referredColumns()) + ")";
    }

    private String names(List<? extends NamedColumn<?>> columns) {
        return String.join(", ", columns.stream().map(c -> identifier(c.name())).toList());
    }

    /**
     * Write an identifier, quoted where needed.
     *
     * @param name the name
     * @return its SQL
     */
    protected final String identifier(String name) {
        return settings.quoter().identifier(name);
    }
}

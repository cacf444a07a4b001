package io.athanor.dialect.postgresql;

import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.ddl.DdlCompiler;
import io.athanor.sql.ddl.DdlOption;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.ExcludeConstraint;
import io.athanor.sql.schema.Index;
import io.athanor.sql.schema.Sequence.Options;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Orderable;
import io.athanor.sql.type.EnumType;
import io.athanor.sql.type.StorageKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's DDL where it differs. */
final class PostgresqlDdl extends DdlCompiler {
    private static final Set<String> TABLE_OPTIONS = Set.of(
            "inherits",
            "partition_by_list",
            "partition_by_range",
            "partition_by_hash",
            "using",
            "on_commit",
            "tablespace");
    private static final Set<String> INDEX_OPTIONS =
            Set.of("using", "concurrently", "include", "tablespace", "nulls_not_distinct", "ops", "fillfactor");

    PostgresqlDdl(CompilerSettings settings, Supplier<? extends SqlCompiler> expressions) {
        super(settings, expressions);
    }

    @Override
    protected String type(Column<?> column) {
        if (!isNumbered(column)) {
            return super.type(column);
        }
        StorageKind kind = column.type().kind();
        if (kind == StorageKind.BIGINT) {
            return "BIGSERIAL";
        }
        return kind == StorageKind.SMALLINT ? "SMALLSERIAL" : "SERIAL";
    }

    /** A value is converted only by an expression that says so, and a default not at all. */
    @Override
    protected List<String> alterType(Column<?> before, Column<?> after) {
        String start = alter(after) + "ALTER COLUMN " + columnName(after) + " ";
        String type = storedType(after);
        List<String> statements = new ArrayList<>();
        if (before.serverDefault() != null) {
            statements.add(start + "DROP DEFAULT");
        }
        statements.add(start + "TYPE " + type + " USING " + columnName(after) + "::" + type);
        String serverDefault = serverDefault(after);
        if (serverDefault != null) {
            statements.add(start + "SET DEFAULT " + serverDefault);
        }
        return statements;
    }

    @Override
    protected List<String> dropNumbering(Column<?> before) {
        return isNumbered(before)
                ? List.of(alter(before) + "ALTER COLUMN " + columnName(before) + " DROP DEFAULT")
                : super.dropNumbering(before);
    }

    @Override
    protected List<String> addNumbering(Column<?> after) {
        if (!isNumbered(after)) {
            return super.addNumbering(after);
        }
        Table table = (Table) after.table();
        String sequence = qualified(table.schema(), table.name() + "_" + after.name() + "_seq");
        return List.of(
                "CREATE SEQUENCE IF NOT EXISTS " + sequence + " OWNED BY " + tableName(table) + "." + columnName(after),
                alter(after) + "ALTER COLUMN " + columnName(after) + " SET DEFAULT nextval(" + stringLiteral(sequence)
                        + "::regclass)");
    }

    @Override
    protected boolean hasIdentity() {
        return true;
    }

    @Override
    protected boolean hasSequences() {
        return true;
    }

    @Override
    protected String sequenceType(Options options) {
        return options.type() == null ? "" : " AS " + settings().types().render(options.type());
    }

    @Override
    protected boolean sortsNullsFirst(boolean isDescending) {
        return isDescending;
    }

    @Override
    protected boolean hasBoolean() {
        return true;
    }

    @Override
    protected boolean hasComments() {
        return true;
    }

    @Override
    protected boolean hasNullsNotDistinct() {
        return true;
    }

    @Override
    protected String behind(Table table) {
        Map<String, Object> options = table.options(dialect());
        refuseOthers(options, TABLE_OPTIONS, table);
        StringBuilder sql = new StringBuilder();
        if (options.containsKey("inherits")) {
            sql.append("\n INHERITS ( ")
                    .append(identifiers(options.get("inherits")))
                    .append(" )");
        }
        for (String way : List.of("list", "range", "hash")) {
            Object columns = options.get("partition_by_" + way);
            if (columns != null) {
                sql.append("\n PARTITION BY ").append(way.toUpperCase(Locale.ROOT));
                sql.append(" (").append(identifiers(columns)).append(")");
            }
        }
        if (options.containsKey("using")) {
            sql.append("\n USING ").append(identifier(word(options.get("using"))));
        }
        if (options.containsKey("on_commit")) {
            String action = word(options.get("on_commit")).replace('_', ' ').toUpperCase(Locale.ROOT);
            sql.append("\n ON COMMIT ").append(action);
        }
        if (options.containsKey("tablespace")) {
            sql.append("\n TABLESPACE ").append(identifiers(options.get("tablespace")));
        }
        return sql.toString();
    }

    @Override
    protected String exclude(ExcludeConstraint exclude) {
        String elements = exclude.elements().stream()
                .map(each -> expression(each.expression()) + " WITH " + each.operator())
                .collect(Collectors.joining(", "));
        String sql = "EXCLUDE USING " + exclude.method() + " (" + elements + ")";
        return exclude.condition() == null ? sql : sql + " WHERE (" + definition(exclude.condition()) + ")";
    }

    @Override
    public String createIndex(Index index, DdlOption... options) {
        Map<String, Object> own = index.options(dialect());
        refuseOthers(own, INDEX_OPTIONS, index);
        StringBuilder sql = new StringBuilder("CREATE ")
                .append(index.unique() ? "UNIQUE " : "")
                .append("INDEX ");
        sql.append(Boolean.TRUE.equals(own.get("concurrently")) ? "CONCURRENTLY " : "");
        sql.append(when(options, DdlOption.IF_NOT_EXISTS, "IF NOT EXISTS "));
        sql.append(indexName(index))
                .append(" ON ")
                .append(tableName(index.table()))
                .append(' ');
        if (own.containsKey("using")) {
            sql.append("USING ").append(word(own.get("using"))).append(' ');
        }
        sql.append('(').append(elements(index)).append(')');
        if (own.containsKey("include")) {
            sql.append(" INCLUDE (").append(identifiers(own.get("include"))).append(')');
        }
        sql.append(Boolean.TRUE.equals(own.get("nulls_not_distinct")) ? " NULLS NOT DISTINCT" : "");
        if (own.containsKey("fillfactor")) {
            sql.append(" WITH (fillfactor = ")
                    .append(word(own.get("fillfactor")))
                    .append(')');
        }
        if (own.containsKey("tablespace")) {
            sql.append(" TABLESPACE ").append(identifiers(own.get("tablespace")));
        }
        return index.condition() == null
                ? sql.toString()
                : sql.append(" WHERE ").append(definition(index.condition())).toString();
    }

    @Override
    protected String element(Index index, Orderable element) {
        String sql = expression(element);
        Object operators = index.options(dialect()).get("ops");
        if (operators == null) {
            return sql;
        }
        List<String> classes = names(operators);
        int place = index.elements().indexOf(element);
        return place < classes.size() ? sql + " " + word(classes.get(place)) : sql;
    }

    /** A function needs no parentheses around it, other expressions do. */
    private String expression(Orderable element) {
        if (element instanceof NamedColumn<?> column) {
            return columnName(column);
        }
        boolean hasOperator = element instanceof Expression<?> expression && expression.operator() != null;
        return hasOperator ? "(" + definition(element) + ")" : definition(element);
    }

    @Override
    public String dropIndex(Index index, DdlOption... options) {
        boolean isConcurrent = Boolean.TRUE.equals(index.options(dialect()).get("concurrently"));
        String sql = super.dropIndex(index, options);
        return isConcurrent ? sql.replaceFirst("DROP INDEX ", "DROP INDEX CONCURRENTLY ") : sql;
    }

    @Override
    protected boolean makesEnums() {
        return true;
    }

    @Override
    public String createEnum(EnumType<?> type) {
        return "CREATE TYPE " + enumName(type) + " AS ENUM ("
                + type.names().stream().map(this::stringLiteral).collect(Collectors.joining(", ")) + ")";
    }

    @Override
    public String dropEnum(EnumType<?> type, DdlOption... options) {
        return "DROP TYPE " + when(options, DdlOption.IF_EXISTS, "IF EXISTS ") + enumName(type);
    }

    private String enumName(EnumType<?> type) {
        @Nullable String name = type.name();
        if (name == null) {
            throw new CompileException("Enum of %s has no name, which PostgreSQL needs; call named(name) or asString()"
                    .formatted(type.names()));
        }
        return qualified(type.schema(), name);
    }
}

package io.athanor.dialect.mariadb;

import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.ddl.ColumnAspect;
import io.athanor.sql.ddl.DdlCompiler;
import io.athanor.sql.ddl.DdlOption;
import io.athanor.sql.ddl.StoredForm;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.schema.CheckConstraint;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Constraint;
import io.athanor.sql.schema.ForeignKey;
import io.athanor.sql.schema.Index;
import io.athanor.sql.schema.PrimaryKey;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.UniqueConstraint;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.LiteralColumn;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Orderable;
import io.athanor.sql.tree.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** MySQL's and MariaDB's DDL where it differs. */
final class MysqlDdl extends DdlCompiler {
    private static final Set<String> INDEX_OPTIONS = Set.of("using", "prefix", "length", "parser");
    private static final Set<String> TEXT_OPTIONS =
            Set.of("COMMENT", "CONNECTION", "DATA_DIRECTORY", "INDEX_DIRECTORY", "PASSWORD");
    private static final Set<String> SPACED_OPTIONS =
            Set.of("TABLESPACE", "DEFAULT_CHARACTER_SET", "CHARACTER_SET", "COLLATE");
    private static final Pattern SIMPLE_DEFAULT = Pattern.compile("\\s*['\"(].*|\\w*", Pattern.DOTALL);
    private static final Pattern CURRENT_TIME =
            Pattern.compile("(now|current_timestamp)\\(\\d+\\).*|.*\\bON UPDATE\\b.*", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_IDENTIFIER = 64;

    private final boolean isMariadb;

    MysqlDdl(CompilerSettings settings, Supplier<? extends SqlCompiler> expressions, boolean isMariadb) {
        super(settings, expressions);
        this.isMariadb = isMariadb;
    }

    /** A backslash begins an escape in MySQL's strings. */
    static String quoted(String text) {
        return "'" + withoutNul(text).replace("\\", "\\\\").replace("'", "''") + "'";
    }

    @Override
    protected String stringLiteral(String text) {
        return quoted(text);
    }

    @Override
    protected int maxIdentifierLength() {
        return LONGEST_IDENTIFIER;
    }

    /** A schema is a database, and what is in it is dropped with it in any case. */
    @Override
    public String dropSchema(String name, DdlOption... options) {
        return super.dropSchema(
                name,
                Stream.of(options).filter(option -> option != DdlOption.CASCADE).toArray(DdlOption[]::new));
    }

    @Override
    protected String column(Column<?> column) {
        return column(column, true);
    }

    private String column(Column<?> column, boolean isNumbering) {
        StringBuilder sql = new StringBuilder(columnName(column)).append(' ').append(type(column));
        if (column.computed() != null) {
            sql.append(' ').append(computed(column.computed()));
        }
        sql.append(nullness(column));
        if (column.comment() != null) {
            sql.append(" COMMENT ").append(stringLiteral(column.comment()));
        }
        String serverDefault = serverDefault(column);
        boolean isFromSequence = hasSequences() && column.sequence() != null;
        if (column.autoincrement() && isNumbering && !isFromSequence) {
            sql.append(" AUTO_INCREMENT");
        } else if (serverDefault != null) {
            sql.append(" DEFAULT ").append(serverDefault);
        }
        return sql.toString();
    }

    /** A TIMESTAMP refuses NULL unless it is told not to. */
    private String nullness(Column<?> column) {
        if (!column.nullable()) {
            return " NOT NULL";
        }
        return type(column).startsWith("TIMESTAMP") ? " NULL" : "";
    }

    @Override
    protected @Nullable String serverDefault(Column<?> column) {
        String sql = super.serverDefault(column);
        boolean isPlain = sql == null
                || SIMPLE_DEFAULT.matcher(sql).matches()
                || CURRENT_TIME.matcher(sql).matches();
        return isPlain ? sql : "(" + sql + ")";
    }

    @Override
    protected boolean hasSequences() {
        return isMariadb;
    }

    @Override
    protected String noCycle() {
        return "NOCYCLE";
    }

    @Override
    protected String behind(Table table) {
        Map<String, String> options = new LinkedHashMap<>();
        table.options(dialect())
                .forEach((name, value) -> options.put(name.toUpperCase(Locale.ROOT), option(name, value)));
        if (table.comment() != null) {
            options.put("COMMENT", "COMMENT=" + stringLiteral(table.comment()));
        }
        List<String> ordered = new ArrayList<>(options.values());
        String collation = options.get("COLLATE");
        if (collation != null) {
            // A collation belongs to the character set that stands before it.
            ordered.remove(collation);
            ordered.add(collation);
        }
        return String.join(" ", ordered);
    }

    private String option(String name, Object value) {
        String upper = word(name).toUpperCase(Locale.ROOT);
        String text = TEXT_OPTIONS.contains(upper) ? stringLiteral(String.valueOf(value)) : word(value);
        boolean isSpaced = SPACED_OPTIONS.contains(upper);
        String written = isSpaced || upper.endsWith("DIRECTORY") || upper.startsWith("DEFAULT")
                ? upper.replace('_', ' ')
                : upper;
        return written + (isSpaced ? " " : "=") + text;
    }

    @Override
    public String createIndex(Index index, DdlOption... options) {
        refusePartialUnique(index);
        Map<String, Object> own = index.options(dialect());
        refuseOthers(own, INDEX_OPTIONS, index);
        return "CREATE " + (index.unique() ? "UNIQUE " : "")
                + (own.containsKey("prefix") ? word(own.get("prefix")).toUpperCase(Locale.ROOT) + " " : "") + "INDEX "
                + when(options, DdlOption.IF_NOT_EXISTS, "IF NOT EXISTS ") + indexName(index)
                + " ON " + tableName(index.table()) + " (" + elements(index) + ")"
                + (own.containsKey("parser") ? " WITH PARSER " + word(own.get("parser")) : "")
                + (own.containsKey("using") ? " USING " + word(own.get("using")) : "");
    }

    @Override
    protected String element(Index index, Orderable element) {
        Object length = index.options(dialect()).get("length");
        if (element instanceof NamedColumn<?> column) {
            return columnName(column) + (length == null ? "" : "(" + word(length) + ")");
        }
        boolean isExpression = element instanceof Expression<?>
                && !(element instanceof Text)
                && !(element instanceof LiteralColumn<?>);
        return isExpression ? "(" + definition(element) + ")" : definition(element);
    }

    @Override
    public String dropIndex(Index index, DdlOption... options) {
        return "\nDROP INDEX " + when(options, DdlOption.IF_EXISTS, "IF EXISTS ") + indexName(index) + " ON "
                + tableName(index.table());
    }

    @Override
    public String dropConstraint(Constraint constraint, DdlOption... options) {
        String start = "ALTER TABLE " + tableName(constraint.table()) + " DROP ";
        String name = when(options, DdlOption.IF_EXISTS, "IF EXISTS ");
        if (constraint instanceof PrimaryKey) {
            return start + "PRIMARY KEY";
        } else if (constraint instanceof ForeignKey) {
            return start + "FOREIGN KEY " + name + nameToDrop(constraint);
        } else if (constraint instanceof UniqueConstraint) {
            return start + "INDEX " + name + nameToDrop(constraint);
        } else if (constraint instanceof CheckConstraint) {
            return start + (isMariadb ? "CONSTRAINT " : "CHECK ") + name + nameToDrop(constraint);
        }
        throw new CompileException("%s is of a kind that dialect [%s] has not".formatted(constraint, dialect()));
    }

    @Override
    protected StoredForm.Numbering numbering(Column<?> column) {
        return column.autoincrement() ? StoredForm.Numbering.OWN : StoredForm.Numbering.NONE;
    }

    @Override
    protected boolean keepsComments() {
        return true;
    }

    @Override
    protected boolean keepsUniquesAsIndexes() {
        return true;
    }

    @Override
    protected boolean keepsKeyNames() {
        return false;
    }

    /** RESTRICT and NO ACTION are one and the same, and what is done by itself. */
    @Override
    protected ForeignKey.@Nullable Action effective(ForeignKey.@Nullable Action action) {
        return action == ForeignKey.Action.RESTRICT ? null : super.effective(action);
    }

    /** A column can be numbered only once it is a key. */
    @Override
    public List<String> addColumn(Column<?> column) {
        return List.of(alter(column) + "ADD COLUMN " + column(column, false));
    }

    @Override
    public List<String> alterColumn(Column<?> before, Column<?> after, Set<ColumnAspect> aspects) {
        return List.of(alter(after) + "MODIFY COLUMN " + column(after, false));
    }

    @Override
    public List<String> completeNumbering(Column<?> column) {
        return column.autoincrement() ? List.of(alter(column) + "MODIFY COLUMN " + column(column)) : List.of();
    }

    @Override
    public List<String> dropPrimaryKey(PrimaryKey key) {
        List<String> statements = new ArrayList<>();
        for (Column<?> column : key.columns()) {
            if (column.autoincrement()) {
                statements.add(alter(column) + "MODIFY COLUMN " + column(column, false));
            }
        }
        statements.add(dropConstraint(key));
        return statements;
    }

    @Override
    public String setComment(Table table) {
        return "ALTER TABLE " + tableName(table) + " COMMENT " + comment(table.comment());
    }

    @Override
    public String setComment(Column<?> column) {
        String definition = column(column);
        return "ALTER TABLE " + tableName((Table) column.table()) + " CHANGE " + columnName(column) + " " + definition
                + (column.comment() == null ? " COMMENT ''" : "");
    }

    private String comment(@Nullable String text) {
        return stringLiteral(text == null ? "" : text);
    }
}

package io.athanor.engine.migrate;

import io.athanor.engine.Connection;
import io.athanor.engine.Transaction;
import io.athanor.engine.dialect.Capability;
import io.athanor.engine.dialect.Reflected;
import io.athanor.engine.dialect.SchemaReader;
import io.athanor.engine.dialect.SchemaReader.Scope;
import io.athanor.engine.error.DatabaseException;
import io.athanor.sql.ddl.DdlCompiler;
import io.athanor.sql.ddl.DdlOption;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.ColumnSpec;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.TableSpec;
import io.athanor.sql.tree.LiteralColumn;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares expressions of definitions. A database hands them out in a form of its own, with other parentheses, casts and
 * names; where the texts differ by more than that, the declared expression is put into a scratch table and read back.
 */
final class ExpressionForms {
    private static final Logger LOG = LoggerFactory.getLogger(ExpressionForms.class);
    private static final String SCRATCH = "athanor_scratch";
    private static final Pattern CAST =
            Pattern.compile("::[a-z_]\\w*( varying| precision| with(out)? time zone)?(\\(\\d+(, ?\\d+)?\\))?(\\[])*");
    private static final Pattern WRAPPED = Pattern.compile("(?<!\\w)\\((\\w+|'+)\\)");
    private static final Pattern QUOTED = Pattern.compile("[\"`]([^\"`]+)[\"`]");

    private final Connection connection;
    private final DdlCompiler ddl;
    private final SchemaReader reader;
    private final Map<List<Object>, Optional<String>> known = new HashMap<>();

    /** What an expression is for. */
    enum Role {
        CHECK,
        DEFAULT,
        COMPUTED
    }

    ExpressionForms(Connection connection) {
        this.connection = connection;
        this.ddl = connection.ddl();
        this.reader = connection.dialect().schema();
    }

    /** Whether a declared expression of a column, or a check of its table, is what the database tells. */
    boolean same(Role role, Table table, @Nullable Column<?> column, String declared, String stored) {
        return same(declared, stored)
                || storedForm(role, table, column, declared)
                        .map(form -> same(form, stored))
                        .orElse(false);
    }

    /** Whether two texts differ in nothing but their layout. */
    static boolean same(String one, String other) {
        return one.equals(other) || plain(one).equals(plain(other));
    }

    /** Without blanks, casts, quotes of names and parentheses that say nothing; strings are put aside meanwhile. */
    private static String plain(String sql) {
        StringBuilder rest = new StringBuilder();
        StringBuilder strings = new StringBuilder();
        String[] parts = sql.split("'", -1);
        for (int i = 0; i < parts.length; i++) {
            // Strings stand at the odd places.
            boolean isString = i % 2 == 1;
            rest.append(isString ? "'" : parts[i]);
            strings.append(isString ? parts[i] + "'" : "");
        }
        String lower = CAST.matcher(rest.toString().toLowerCase(Locale.ROOT)).replaceAll("");
        String bare =
                QUOTED.matcher(lower).replaceAll("$1").replaceAll("\\s+", "").replace("()", "");
        return collapsed("(" + WRAPPED.matcher(bare).replaceAll("$1") + ")") + strings;
    }

    /** Of two parentheses around the same, one is enough. */
    private static String collapsed(String sql) {
        for (int i = 0; i + 1 < sql.length(); i++) {
            if (sql.charAt(i) == '(' && sql.charAt(i + 1) == '(') {
                int inner = closing(sql, i + 1);
                if (inner > 0 && inner + 1 < sql.length() && closing(sql, i) == inner + 1) {
                    String once = sql.substring(0, i) + sql.substring(i + 1, inner) + sql.substring(inner + 1);
                    return collapsed(once);
                }
            }
        }
        return sql;
    }

    private static int closing(String sql, int open) {
        int depth = 0;
        for (int i = open; i < sql.length(); i++) {
            depth += sql.charAt(i) == '(' ? 1 : sql.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private Optional<String> storedForm(Role role, Table table, @Nullable Column<?> column, String declared) {
        if (!ddl.stored().altersConstraints()) {
            // What is kept here is the very text.
            return Optional.empty();
        }
        List<Object> key = List.of(role, table, column == null ? "" : column, declared);
        Optional<String> form = known.get(key);
        if (form == null) {
            form = ask(role, table, column, declared);
            known.put(key, form);
        }
        return form;
    }

    private Optional<String> ask(Role role, Table table, @Nullable Column<?> column, String declared) {
        Table scratch = Table.of(new MetaData(), SCRATCH, spec -> {
            if (connection.dialect().capabilities().has(Capability.TEMPORARY_REFLECTION)) {
                spec.temporary();
            }
            for (Column<?> each : table.columns()) {
                if (each.computed() == null || each == column) {
                    copy(spec, each, each == column ? declared : null, role);
                }
            }
            if (role == Role.CHECK) {
                spec.check(SCRATCH + "_check", new LiteralColumn<>(declared, SqlTypes.BOOLEAN));
            }
        });
        // Where a definition commits, a savepoint would be gone by its end.
        boolean isUndone = connection.dialect().capabilities().has(Capability.TRANSACTIONAL_DDL);
        Transaction savepoint = isUndone ? connection.beginNested() : null;
        try {
            connection.define(ddl.createTable(scratch));
            return read(role, column);
        } catch (DatabaseException refused) {
            LOG.debug("The database does not take [{}] by itself, so it counts as different", declared, refused);
            return Optional.empty();
        } finally {
            if (savepoint != null) {
                savepoint.rollback();
            } else {
                connection.define(ddl.dropTable(scratch, DdlOption.IF_EXISTS));
            }
        }
    }

    private Optional<String> read(Role role, @Nullable Column<?> column) {
        Scope scope = Scope.of(null, SCRATCH);
        if (role == Role.CHECK) {
            return reader.checks(connection.queries(), scope).getOrDefault(SCRATCH, List.of()).stream()
                    .filter(check -> (SCRATCH + "_check").equals(check.name()))
                    .map(Reflected.Check::sql)
                    .findFirst();
        }
        for (Reflected.Column each : reader.columns(connection.queries(), scope).getOrDefault(SCRATCH, List.of())) {
            if (column != null && each.name().equalsIgnoreCase(column.name())) {
                Reflected.Computed computed = each.computed();
                return Optional.ofNullable(
                        role == Role.DEFAULT ? each.serverDefault() : computed == null ? null : computed.sql());
            }
        }
        return Optional.empty();
    }

    private static <T> void copy(TableSpec spec, Column<T> column, @Nullable String declared, Role role) {
        Consumer<ColumnSpec<T>> traits = stated -> {
            if (column.isQuoted()) {
                stated.quoted();
            }
            if (declared != null && role == Role.DEFAULT) {
                stated.serverDefault(new LiteralColumn<>(declared, column.type()));
            } else if (declared != null && role == Role.COMPUTED) {
                Boolean isStored =
                        column.computed() == null ? null : column.computed().isStored();
                LiteralColumn<T> expression = new LiteralColumn<>(declared, column.type());
                if (isStored == null) {
                    stated.computed(expression);
                } else {
                    stated.computed(expression, isStored);
                }
            }
        };
        SqlType<T> type = column.type();
        spec.column(column.name(), type, traits);
    }
}

package io.athanor.engine;

import io.athanor.engine.dialect.Capability;
import io.athanor.engine.dialect.Dialect;
import io.athanor.sql.compile.BoundStatement;
import io.athanor.sql.compile.CompiledStatement;
import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.schema.Column;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Returning;
import io.athanor.sql.tree.Row;
import io.athanor.sql.tree.Selectable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * An INSERT that is carried out for many rows, compiled once for them all. Made by {@link Engine#rowInsert}; for the ORM and
 * the like. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RowInsert {
    /** More rows in one statement are no faster anywhere. */
    private static final int MOST_ROWS = 512;

    private static final int ENOUGH_BINDS = 32_766;

    private final Compilations compilations;
    private final Dialect dialect;
    private final Insert insert;
    private final List<? extends NamedColumn<?>> keys;
    private final CompiledStatement compiled;
    private final String name;
    private volatile @Nullable Together together;

    /** The same INSERT for several rows at once, which yields their keys; texts are made for powers of two only. */
    static final class Together {
        private final CompiledStatement compiled;
        private final int most;
        private final AtomicReferenceArray<@Nullable String> texts;

        private Together(CompiledStatement compiled, int most) {
            this.compiled = compiled;
            this.most = most;
            this.texts = new AtomicReferenceArray<>(Integer.SIZE);
        }

        /** How many rows one statement takes at most, a power of two. */
        int most() {
            return most;
        }

        CompiledStatement compiled() {
            return compiled;
        }

        String sql(int rows) {
            if (rows == 1) {
                return compiled.sql();
            }
            int exponent = Integer.numberOfTrailingZeros(rows);
            String known = texts.get(exponent);
            if (known == null) {
                known = compiled.sqlOfRows(rows);
                texts.set(exponent, known);
            }
            return known;
        }
    }

    RowInsert(Compilations compilations, Dialect dialect, Insert insert, List<? extends NamedColumn<?>> keys) {
        this.compilations = compilations;
        this.dialect = dialect;
        this.insert = insert;
        this.keys = List.copyOf(keys);
        this.compiled = compilations.compile(insert, StructureKey.of(insert));
        this.name = compiled.sql() + " yielding "
                + keys.stream().map(NamedColumn::name).toList();
    }

    /**
     * Return the columns whose generated values are asked for.
     *
     * @return the columns; none if there is nothing to be known
     */
    public List<? extends NamedColumn<?>> keys() {
        return keys;
    }

    /**
     * Give the INSERT the values of a row.
     *
     * @param values one value per bind, in the order of the statement; the array is kept, and must not be changed
     * @return what can be executed
     */
    public BoundStatement bind(@Nullable Object... values) {
        return compiled.bindAll(values);
    }

    /**
     * Give the INSERT the values that it was stated with.
     *
     * @return what can be executed
     */
    public BoundStatement bindStated() {
        return compiled.bind(StructureKey.of(insert).binds(), Map.of());
    }

    /** Whether drivers that know only of columns that count by themselves tell the keys, or there is nothing to be told. */
    boolean isTold() {
        return !dialect.capabilities().has(Capability.INSERT_RETURNING)
                || keys.size() == 1
                        && keys.get(0) instanceof Column<?> key
                        && key.sequence() == null
                        && key.serverDefault() == null;
    }

    /** What inserts several rows by one statement, or one if their keys could not be told apart. */
    Together together() {
        Together known = together;
        if (known == null) {
            Returning<Row> yielding = insert.returning(keys.toArray(new Selectable<?>[0]));
            CompiledStatement compiledYielding = compilations.compile(yielding, StructureKey.of(yielding));
            known = new Together(compiledYielding, most(compiledYielding));
            together = known;
        }
        return known;
    }

    private int most(CompiledStatement yielding) {
        boolean isToldApart = dialect.capabilities().has(Capability.MULTI_ROW_INSERT_RETURNING)
                && compiled.isRepeatable()
                && yielding.isRepeatable()
                && RowOrder.isTold(insert, keys, dialect);
        int width = Math.max(1, compiled.parameterTypes().size());
        int most = Math.min(MOST_ROWS, Math.min(dialect.maxBinds(), ENOUGH_BINDS) / width);
        return isToldApart ? Integer.highestOneBit(Math.max(1, most)) : 1;
    }

    private boolean isMoreThanKeys() {
        return keys.stream().anyMatch(key -> !(key instanceof Column<?> column) || !column.primaryKey());
    }

    /** Whether each row must yield what is asked for, since drivers tell keys only. */
    boolean isYielding() {
        return isMoreThanKeys() && dialect.capabilities().has(Capability.INSERT_RETURNING);
    }

    CompiledStatement compiled() {
        return compiled;
    }

    /** What the statement is kept by while it is prepared to yield keys. */
    String name() {
        return name;
    }
}

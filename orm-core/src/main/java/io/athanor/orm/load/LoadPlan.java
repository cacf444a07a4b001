package io.athanor.orm.load;

import io.athanor.engine.RowCursor;
import io.athanor.sql.compile.CompiledStatement;
import io.athanor.sql.tree.RowShape;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A statement over entities, resolved and compiled, with the readers of what it selects. Immutable, for all values. */
public final class LoadPlan {
    private final CompiledStatement compiled;
    private final List<ValueReader> readers;
    private final List<String> keys;
    private final boolean isRepeating;
    private final boolean isWhole;
    private final @Nullable Function<RowCursor, LoadPlan> byName;

    LoadPlan(CompiledStatement compiled, List<ValueReader> readers, List<String> keys, EagerJoins joins) {
        this.compiled = compiled;
        this.readers = List.copyOf(readers);
        this.keys = List.copyOf(keys);
        this.isRepeating = joins.hasCollection();
        this.isWhole = isRepeating || joins.hasSubquery();
        this.byName = null;
    }

    /** The plan of raw SQL, which tells its columns only once it runs. */
    LoadPlan(CompiledStatement compiled, Function<RowCursor, LoadPlan> byName) {
        this.compiled = compiled;
        this.readers = List.of();
        this.keys = List.of();
        this.isRepeating = false;
        this.isWhole = false;
        this.byName = byName;
    }

    /**
     * Return the plan for the columns that have come: this one, unless only they tell what can be read from them.
     *
     * @param cursor the running statement
     * @return a plan that has readers
     */
    public LoadPlan of(RowCursor cursor) {
        return byName == null ? this : byName.apply(cursor);
    }

    /**
     * Return whether collections are loaded by a join, so that their owners are in several rows.
     *
     * @return whether what the rows yield must be made unique
     */
    public boolean isRepeating() {
        return isRepeating;
    }

    /**
     * Return whether something is loaded along that needs all rows at once.
     *
     * @return whether rows cannot be read in portions
     */
    public boolean isWhole() {
        return isWhole;
    }

    /**
     * Return what to execute.
     *
     * @return the compiled statement
     */
    public CompiledStatement compiled() {
        return compiled;
    }

    /**
     * Return the names of what is selected.
     *
     * @return the names in order
     */
    public List<String> keys() {
        return keys;
    }

    /**
     * Return whether each row yields one entity and nothing else.
     *
     * @return whether it does
     */
    public boolean isOneEntity() {
        return readers.size() == 1 && readers.get(0) instanceof EntityReader;
    }

    /**
     * Make a gatherer of the rows of one statement of this plan's structure.
     *
     * @param shape what the rows of that statement become
     * @param isUnique whether rows are kept once that hold the same entities and equal values
     * @param <T> what each row yields
     * @return the gatherer
     */
    public <T> RowGatherer<T> gatherer(RowShape<T> shape, boolean isUnique) {
        return new RowGatherer<>(readers, keys, shape, isUnique);
    }

    /** Read the present row, of which the statement yields one thing. */
    @Nullable Object readOnly(RowCursor cursor, LoadContext context) {
        return readers.get(0).read(cursor, context);
    }
}

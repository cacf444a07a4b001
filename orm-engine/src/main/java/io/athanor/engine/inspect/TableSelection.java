package io.athanor.engine.inspect;

import io.athanor.engine.dialect.Reflected.Kind;
import io.athanor.engine.dialect.Reflected.Relation;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which tables and views of a schema to read at once; SQLAlchemy's {@code ObjectKind}, {@code ObjectScope} and
 * {@code filter_names}. Immutable and thread-safe; each method returns a new selection.
 *
 * @since 0.1.0
 */
public final class TableSelection {
    /** All tables of the connection's own schema, without views and temporary tables. */
    public static final TableSelection TABLES =
            new TableSelection(null, EnumSet.of(Kind.TABLE), Lasting.PERMANENT, new Names(null, null));

    /** All tables and views of the connection's own schema, temporary ones included. */
    public static final TableSelection EVERYTHING =
            new TableSelection(null, EnumSet.allOf(Kind.class), Lasting.ANY, new Names(null, null));

    private final @Nullable String schema;
    private final EnumSet<Kind> kinds;
    private final Lasting lasting;
    private final Names names;

    private enum Lasting {
        PERMANENT,
        TEMPORARY,
        ANY
    }

    private record Names(
            @Nullable Set<String> listed, @Nullable Predicate<String> tested) {
        boolean include(String name) {
            return (listed == null || listed.contains(name)) && (tested == null || tested.test(name));
        }
    }

    private TableSelection(@Nullable String schema, EnumSet<Kind> kinds, Lasting lasting, Names names) {
        this.schema = schema;
        this.kinds = kinds;
        this.lasting = lasting;
        this.names = names;
    }

    /**
     * Select from another schema.
     *
     * @param name the schema's name, or {@code null} for the connection's own
     * @return a new selection
     */
    public TableSelection inSchema(@Nullable String name) {
        return new TableSelection(name, kinds, lasting, names);
    }

    /**
     * Select other kinds.
     *
     * @param first a kind
     * @param more other kinds
     * @return a new selection
     */
    public TableSelection kinds(Kind first, Kind... more) {
        return new TableSelection(schema, EnumSet.of(first, more), lasting, names);
    }

    /**
     * Select temporary tables and views alone.
     *
     * @return a new selection
     */
    public TableSelection temporary() {
        return new TableSelection(schema, kinds, Lasting.TEMPORARY, names);
    }

    /**
     * Select temporary and permanent ones alike.
     *
     * @return a new selection
     */
    public TableSelection temporaryToo() {
        return new TableSelection(schema, kinds, Lasting.ANY, names);
    }

    /**
     * Select by name.
     *
     * @param tables the names; those that do not exist are left out of what is read
     * @return a new selection
     */
    public TableSelection only(String... tables) {
        return only(Set.of(tables));
    }

    /**
     * Select by name.
     *
     * @param tables the names; those that do not exist are left out of what is read
     * @return a new selection
     */
    public TableSelection only(Collection<String> tables) {
        return new TableSelection(schema, kinds, lasting, new Names(Set.copyOf(tables), names.tested));
    }

    /**
     * Select by a condition on the name.
     *
     * @param condition whether a table or view is to be read
     * @return a new selection
     */
    public TableSelection only(Predicate<String> condition) {
        return new TableSelection(schema, kinds, lasting, new Names(names.listed, condition));
    }

    @Nullable String schema() {
        return schema;
    }

    boolean includes(Relation relation) {
        boolean isMeant = lasting == Lasting.ANY || relation.isTemporary() == (lasting == Lasting.TEMPORARY);
        return isMeant && kinds.contains(relation.kind()) && names.include(relation.name());
    }
}

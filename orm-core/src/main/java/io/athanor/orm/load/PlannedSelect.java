package io.athanor.orm.load;

import io.athanor.engine.RowCursor;
import io.athanor.sql.compile.BoundStatement;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.BindList;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.SqlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT of one entity that a session runs again and again with other values, such as a get by key or a lazy load: resolved,
 * compiled and looked up once. Immutable and thread-safe.
 */
public final class PlannedSelect {
    private final LoadPlan plan;
    private final Select<?> select;
    private final List<SqlNode> binds;
    private final List<Bind<?>> places;
    /** For each bind of the statement which of the values it takes; -1 if it has its own. */
    private final int[] values;

    PlannedSelect(LoadPlan plan, Select<?> select, List<SqlNode> binds, List<Bind<?>> places) {
        this.plan = plan;
        this.select = select;
        this.binds = List.copyOf(binds);
        this.places = List.copyOf(places);
        this.values = new int[binds.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = placeOf(binds.get(i));
            if (values[i] < 0 && binds.get(i) instanceof Bind<?> own && own.isNamed()) {
                throw new ArgumentException(
                        "Bind [:%s] stands in a condition of what is loaded later, where no value can be given; write the value into the condition"
                                .formatted(own.name()));
            }
        }
    }

    /** A bind may have been copied with another name or type since it was made. */
    private int placeOf(SqlNode node) {
        for (int i = 0; node instanceof Bind<?> && i < places.size(); i++) {
            if (places.get(i).nodeIdentity() == node.nodeIdentity()) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Give the statement values.
     *
     * @param given a value for each place
     * @return what can be executed
     */
    public BoundStatement bind(@Nullable Object[] given) {
        @Nullable Object[] ordered = new Object[values.length];
        for (int i = 0; i < ordered.length; i++) {
            ordered[i] = values[i] >= 0 ? given[values[i]] : own(binds.get(i));
        }
        return plan.compiled().bindAll(ordered);
    }

    private static @Nullable Object own(SqlNode bind) {
        return bind instanceof BindList<?> list ? list.values() : ((Bind<?>) bind).value();
    }

    /**
     * Write the statement as a user would have written it.
     *
     * @param given a value for each place
     * @return the statement
     */
    public Select<?> statement(@Nullable Object[] given) {
        return (Select<?>) Replacing.in(select, node -> {
            int place = placeOf(node);
            return place < 0 ? null : valued(places.get(place), given[place]);
        });
    }

    @SuppressWarnings("unchecked") // the values are of the classes of their places
    private static <T> Bind<T> valued(Bind<T> place, @Nullable Object value) {
        return new Bind<>(place.name(), (T) value, place.type());
    }

    /**
     * Read all rows.
     *
     * @param cursor stands before the first row
     * @param context into what they are loaded
     * @return the entities, each once
     */
    public List<Object> readAll(RowCursor cursor, LoadContext context) {
        MemberList found = new MemberList();
        while (cursor.next()) {
            Object entity = plan.readOnly(cursor, context);
            if (entity != null) {
                found.add(entity);
            }
        }
        return found.all();
    }
}

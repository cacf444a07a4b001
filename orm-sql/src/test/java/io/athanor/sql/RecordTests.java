package io.athanor.sql;

import static io.athanor.sql.Sql.select;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Row;
import io.athanor.sql.tree.RowStatement;
import io.athanor.sql.tree.Selectable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Records made of rows: matched when the statement is built. */
public class RecordTests {
    private static final Table USERS = Table.of(
            new MetaData(),
            "users",
            t -> t.column("id", INTEGER).column("name", STRING).column("age", INTEGER));
    private static final Column<Integer> ID = USERS.column("id", INTEGER);
    private static final Column<String> NAME = USERS.column("name", STRING);
    private static final Column<Integer> AGE = USERS.column("age", INTEGER);

    /** Public, as its records must be. */
    public RecordTests() {}

    public record Person(String name, int id) {}

    public record Pair(Integer first, Integer second) {}

    private record Hidden(Integer id) {}

    /** A row of values in the order of what is selected. */
    private record Values(
            List<? extends Selectable<?>> selected,
            @Nullable Object... values) implements Row {
        @Override
        @SuppressWarnings("unchecked") // the tests put values of the right class
        public <T> @Nullable T get(Selectable<T> wanted) {
            return (T) values[selected.indexOf(wanted)];
        }

        @Override
        public <T> @Nullable T get(int index, Class<T> type) {
            return type.cast(values[index]);
        }

        @Override
        public <T> @Nullable T get(String name, Class<T> type) {
            throw new IllegalStateException("not asked by name");
        }

        @Override
        public @Nullable Object get(int index) {
            return values[index];
        }

        @Override
        public List<String> keys() {
            return List.of();
        }

        @Override
        public Map<String, @Nullable Object> asMap() {
            return Map.of();
        }

        @Override
        public int size() {
            return values.length;
        }
    }

    private static <R> R read(RowStatement<R> statement, @Nullable Object... values) {
        return statement
                .shapeOfRows()
                .read()
                .apply(new Values(statement.shapeOfRows().selected(), values));
    }

    @Test
    void componentsAreMatchedByName() {
        assertThat(read(select(ID, NAME).into(Person.class), 7, "ed")).isEqualTo(new Person("ed", 7));
    }

    @Test
    void componentsAreMatchedByPositionWhereNamesDiffer() {
        assertThat(read(select(ID, AGE).into(Pair.class), 7, null)).isEqualTo(new Pair(7, null));
    }

    @Test
    void whatDoesNotFitIsRefusedWhenBuilt() {
        assertThatThrownBy(() -> select(ID).into(Person.class))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("[2] components [name, id], but the statement selects [1]");
        assertThatThrownBy(() -> select(ID, NAME).into(Pair.class))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("Component [second]")
                .hasMessageContaining("[name] is a [String]");
        assertThatThrownBy(() -> select(ID).into(Hidden.class))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("exported package");
    }

    @Test
    void nullForAPrimitiveIsRefused() {
        RowStatement<Person> statement = select(ID, NAME).into(Person.class);
        assertThatThrownBy(() -> read(statement, null, "ed"))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("Component [id]")
                .hasMessageContaining("NULL");
    }
}

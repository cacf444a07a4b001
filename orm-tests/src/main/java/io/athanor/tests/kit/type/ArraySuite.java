package io.athanor.tests.kit.type;

import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.arrayOf;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.dialect.Capability;
import io.athanor.sql.schema.Table;
import io.athanor.sql.type.SqlType;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Arrays. */
@Requires(Capability.ARRAYS)
public abstract class ArraySuite extends KitSuite {
    /** Create the suite. */
    protected ArraySuite() {}

    private <T> void keeps(SqlType<T> element, List<T> values) {
        SqlType<List<T>> type = arrayOf(element);
        Table t = create("array_rows", s -> s.column("v", type));
        run(insert(t).set(t.column("v", type), values));
        assertThat(one(select(t.column("v", type)))).isEqualTo(values);
    }

    @Test
    void ofIntegers() {
        keeps(INTEGER, List.of(1, 2, 3));
    }

    @Test
    void ofTexts() {
        keeps(string(30), List.of("a", "it's", "Grüße", "{x,y}"));
    }

    @Test
    void ofNothing() {
        keeps(INTEGER, List.of());
    }

    @Test
    void withNull() {
        keeps(INTEGER, Arrays.asList(1, null, 3));
    }

    @Test
    void nullIsNoEmptyArray() {
        SqlType<List<Integer>> type = arrayOf(INTEGER);
        Table t = create("array_rows", s -> s.column("v", type));
        run(insert(t).setNull(t.column("v", type)));
        assertThat(all(select(t.column("v", type)))).containsExactly((List<Integer>) null);
    }
}

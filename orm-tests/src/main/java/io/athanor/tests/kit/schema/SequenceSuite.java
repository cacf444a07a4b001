package io.athanor.tests.kit.schema;

import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.dialect.Capability;
import io.athanor.engine.error.DatabaseException;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Sequence;
import io.athanor.sql.schema.SequenceSpec;
import io.athanor.sql.schema.Table;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sequences. */
@Requires(Capability.SEQUENCES)
public abstract class SequenceSuite extends KitSuite {
    /** Create the suite. */
    protected SequenceSuite() {}

    private Sequence sequence(String name, Consumer<SequenceSpec> spec) {
        MetaData metadata = new MetaData();
        Sequence sequence = Sequence.of(metadata, name, spec);
        create(metadata);
        return sequence;
    }

    private List<Long> next(Sequence sequence, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> one(select(sequence.nextValue())))
                .toList();
    }

    @Test
    void countsFromOne() {
        assertThat(next(sequence("seq_plain", s -> {}), 3)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void beginsWhereItIsTold() {
        assertThat(next(sequence("seq_start", s -> s.start(100)), 2)).containsExactly(100L, 101L);
    }

    @Test
    void goesByItsIncrement() {
        assertThat(next(sequence("seq_step", s -> s.start(10).increment(5)), 3)).containsExactly(10L, 15L, 20L);
    }

    @Test
    void countsDown() {
        Sequence down =
                sequence("seq_down", s -> s.start(10).increment(-1).minimum(1).maximum(10));
        assertThat(next(down, 2)).containsExactly(10L, 9L);
    }

    @Test
    void beginsAnewAtItsEnd() {
        Sequence cycle =
                sequence("seq_cycle", s -> s.start(1).minimum(1).maximum(2).cycle(true));
        assertThat(next(cycle, 3)).containsExactly(1L, 2L, 1L);
    }

    @Test
    void stopsAtItsEnd() {
        Sequence end = sequence("seq_end", s -> s.start(1).minimum(1).maximum(2));
        next(end, 2);
        assertThatThrownBy(() -> next(end, 1)).isInstanceOf(DatabaseException.class);
    }

    @Test
    void oddNameIsQuoted() {
        assertThat(next(sequence("Seq \"odd\" name", s -> {}), 1)).containsExactly(1L);
    }

    private Table numbered() {
        MetaData metadata = new MetaData();
        Sequence numbers = Sequence.of(metadata, "seq_of_table", s -> s.start(7).increment(3));
        Table t = Table.of(
                metadata,
                "seq_table",
                s -> s.column("id", INTEGER, c -> c.primaryKey().sequence(numbers))
                        .column("word", string(20)));
        create(metadata);
        return t;
    }

    @Test
    void numbersRowsOfATable() {
        Table t = numbered();
        run(insert(t).set(column(t, "word", STRING), "a"));
        run(insert(t).set(column(t, "word", STRING), "b"));
        assertThat(all(select(column(t, "id", INTEGER)).orderBy(column(t, "id", INTEGER))))
                .containsExactly(7, 10);
    }

    @Test
    void statedValueIsKept() {
        Table t = numbered();
        run(insert(t).set(column(t, "id", INTEGER), 5).set(column(t, "word", STRING), "a"));
        assertThat(all(select(column(t, "id", INTEGER)))).containsExactly(5);
    }

    @Requires(Capability.INSERT_RETURNING)
    @Test
    void numberIsReturned() {
        Table t = numbered();
        assertThat(changed(insert(t).set(column(t, "word", STRING), "a").returning(column(t, "id", INTEGER))))
                .containsExactly(7);
    }

    @Test
    void nextValueIsInserted() {
        Sequence sequence = sequence("seq_value", s -> s.start(50));
        Table t = create(
                "seq_free", s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false)));
        run(insert(t).set(column(t, "id", INTEGER), sequence.nextValue(INTEGER)));
        assertThat(all(select(column(t, "id", INTEGER)))).containsExactly(50);
    }

    @Test
    void isDropped() {
        Sequence sequence = sequence("seq_gone", s -> {});
        sql(ddl().dropSequence(sequence));
        assertThatThrownBy(() -> next(sequence, 1)).isInstanceOf(DatabaseException.class);
        sql(ddl().createSequence(sequence));
        assertThat(next(sequence, 1)).containsExactly(1L);
    }
}

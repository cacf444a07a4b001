package io.athanor.tests.kit.run;

import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Connection;
import io.athanor.sql.error.OrmException;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Text;
import io.athanor.tests.kit.KitSuite;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections: that they answer, what they pass on untouched, what they refuse. */
public abstract class ConnectionSuite extends KitSuite {
    private final Table t = table(
            "conn_rows",
            s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("data", string(50)));
    private final NamedColumn<Integer> id = column(t, "id", INTEGER);
    private final NamedColumn<String> data = column(t, "data", STRING);

    /** Create the suite. */
    protected ConnectionSuite() {}

    @Test
    void databaseAnswers() {
        assertThat(one(select(value(1).label("one")))).isEqualTo(1);
    }

    @Test
    void manyConnectionsOneAfterTheOther() {
        for (int i = 0; i < 30; i++) {
            assertThat(one(select(value(i).label("i")))).isEqualTo(i);
        }
    }

    @Test
    void dialectIsFoundByItsUrl() {
        assertThat(engine().dialect().name())
                .isNotBlank()
                .isEqualTo(engine().dialect().name().toLowerCase(Locale.ROOT));
        assertThat(engine().url()).startsWith(engine().dialect().name());
    }

    @Test
    void tableIsFoundByItsName() {
        try (Connection connection = engine().connect()) {
            assertThat(connection.hasTable("conn_rows")).isTrue();
            assertThat(connection.hasTable("conn_none")).isFalse();
            assertThat(connection.hasTable("conn%")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "50% off", "%%", "%s", "{0}", "?", "a?b", ":x", "::x", "it's", "\"q\"", "`b`", "\\", "--", "/* */",
                "$1", "@v"
            })
    void signsInValuesMeanNothing(String sign) {
        rows(t, row(1, sign));
        assertThat(one(select(data))).isEqualTo(sign);
        assertThat(all(select(id).where(data.eq(sign)))).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"50% off", "%s", "{0}", "?", ":x", "it''s", "--", "/* */"})
    void signsInLiteralsOfRawSqlMeanNothing(String sign) {
        Text raw = text("SELECT id, '" + sign.replace(":", "\\:") + "' AS v FROM conn_rows");
        rows(t, row(1, "x"));
        assertThat(all(raw).get(0).get(1)).isEqualTo(sign.replace("''", "'"));
    }

    @Test
    void namedValuesOfRawSqlAreBound() {
        rows(t, row(1, "x"), row(2, "y"));
        Text raw = text("SELECT data FROM conn_rows WHERE id = :id OR data = :word")
                .bind("id", 1)
                .bind("word", "y");
        assertThat(all(raw)).hasSize(2);
    }

    @Test
    void namedValueServesTwice() {
        rows(t, row(1, "x"));
        assertThat(all(text("SELECT data FROM conn_rows WHERE id = :id AND id = :id")
                        .bind("id", 1)))
                .hasSize(1);
    }

    @Test
    void nullIsBoundInRawSql() {
        sql("DELETE FROM conn_rows");
        engine().transaction(connection -> connection.run(
                text("INSERT INTO conn_rows (id, data) VALUES (1, :data)").bind("data", null, STRING)));
        assertThat(all(select(id).where(data.isNull()))).containsExactly(1);
    }

    @Test
    void typedColumnsOfRawSql() {
        rows(t, row(1, "x"));
        assertThat(all(text("SELECT data, id FROM conn_rows").columns(data, id))
                        .get(0)
                        .get(id))
                .isEqualTo(1);
    }

    @Test
    void closedConnectionRefusesWork() {
        Connection connection = engine().connect();
        connection.close();
        assertThat(connection.isClosed()).isTrue();
        assertThatThrownBy(() -> connection.execute(select(id))).isInstanceOf(OrmException.class);
    }

    @Test
    void resultIsReadBeforeTheNextStatement() {
        rows(t, row(1, "x"), row(2, "y"));
        try (Connection connection = engine().connect()) {
            List<Integer> first = connection.execute(select(id).orderBy(id)).all();
            List<String> second = connection.execute(select(data).orderBy(id)).all();
            assertThat(first).containsExactly(1, 2);
            assertThat(second).containsExactly("x", "y");
        }
    }

    @Test
    void twoConnectionsWorkAtOnce() {
        rows(t, row(1, "x"));
        try (Connection one = engine().connect();
                Connection two = engine().connect()) {
            assertThat(one.execute(select(id)).all()).containsExactly(1);
            assertThat(two.execute(select(id)).all()).containsExactly(1);
        }
    }

    @Test
    void uncommittedRowsAreNotSeenByOthers() {
        try (Connection one = engine().connect();
                Connection two = engine().connect()) {
            assertThat(two.execute(select(id)).all()).isEmpty();
            two.rollback();
            one.execute(insert(t).set(id, 1));
            one.rollback();
            assertThat(two.execute(select(id)).all()).isEmpty();
        }
    }
}

package io.athanor.tests.kit.schema;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Connection;
import io.athanor.engine.dialect.Capability;
import io.athanor.engine.error.ProgrammingException;
import io.athanor.sql.ddl.DdlOption;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Row;
import io.athanor.sql.tree.SelectStatement;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import org.junit.jupiter.api.Test;

/** Views. */
public abstract class ViewSuite extends KitSuite {
    private final Table t = table(
            "view_rows",
            s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("data", string(50)));
    private final NamedColumn<Integer> id = column(t, "id", INTEGER);
    private final NamedColumn<String> data = column(t, "data", STRING);

    /** Create the suite. */
    protected ViewSuite() {}

    @Override
    protected void insertRows() {
        rows(t, row(1, "a"), row(2, "b"), row(3, "it's"));
    }

    private void create(SelectStatement<?> select, DdlOption... options) {
        afterwards(ddl().dropView("some_view"));
        sql(ddl().createView("some_view", select, options));
    }

    private int rowsOfView() {
        return all(text("SELECT * FROM some_view")).size();
    }

    @Test
    void showsRows() {
        create(select(id, data));
        assertThat(rowsOfView()).isEqualTo(3);
    }

    @Test
    void showsRowsOfACondition() {
        create(select(id).where(data.ne("it's")));
        assertThat(rowsOfView()).isEqualTo(2);
    }

    @Test
    void showsLaterRows() {
        create(select(id).where(id.gt(2)));
        rows(t, row(4, "d"));
        assertThat(rowsOfView()).isEqualTo(2);
    }

    @Test
    void namesItsColumns() {
        create(select(id.label("number"), func.upper(data).label("Big word")));
        Row row = all(text("SELECT * FROM some_view")).get(0);
        assertThat(row.keys()).hasSize(2);
    }

    @Test
    void isFoundAsTable() {
        create(select(id));
        try (Connection connection = engine().connect()) {
            assertThat(connection.hasTable("some_view")).isTrue();
        }
    }

    @Test
    void isSelectedFromAsATable() {
        create(select(id, data));
        Table view = Table.of(
                new MetaData(), "some_view", s -> s.column("id", INTEGER).column("data", STRING));
        assertThat(all(select(column(view, "data", STRING))
                        .where(column(view, "id", INTEGER).eq(2))))
                .containsExactly("b");
    }

    @Test
    void ofAUnion() {
        create(select(id).where(id.eq(1)).unionAll(select(id).where(id.eq(3))));
        assertThat(rowsOfView()).isEqualTo(2);
    }

    @Test
    void isDroppedIfThere() {
        sql(ddl().createView("some_view", select(id)));
        sql(ddl().dropView("some_view", DdlOption.IF_EXISTS));
        sql(ddl().dropView("some_view", DdlOption.IF_EXISTS));
        assertThatThrownBy(this::rowsOfView).isInstanceOf(ProgrammingException.class);
    }

    @Requires(Capability.OR_REPLACE_VIEW)
    @Test
    void isReplaced() {
        create(select(id));
        sql(ddl().createView("some_view", select(id).where(id.eq(1)), DdlOption.OR_REPLACE));
        assertThat(rowsOfView()).isEqualTo(1);
    }

    @Requires(Capability.TEMPORARY_VIEWS)
    @Test
    void temporaryOneServesItsConnection() {
        engine().transaction(connection -> {
            connection.run(text(ddl().createView("temp_view", select(id).where(id.lt(3)), DdlOption.TEMPORARY)));
            assertThat(connection.execute(text("SELECT * FROM temp_view")).all())
                    .hasSize(2);
            connection.run(text("DROP VIEW temp_view"));
        });
    }

    @Requires(Capability.MATERIALIZED_VIEWS)
    @Test
    void materializedOneKeepsItsRows() {
        afterwards(ddl().dropView("some_view", DdlOption.MATERIALIZED));
        sql(ddl().createView("some_view", select(id), DdlOption.MATERIALIZED));
        rows(t, row(4, "d"));
        assertThat(rowsOfView()).isEqualTo(3);
    }
}

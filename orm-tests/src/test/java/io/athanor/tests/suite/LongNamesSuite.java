package io.athanor.tests.suite;

import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.Connection;
import io.athanor.sql.compile.CompileRules;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.NamingConvention;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.LabelStyle;
import io.athanor.sql.tree.Row;
import io.athanor.sql.type.SqlTypes;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names as long as the database takes: those that are made of them are shortened and told apart, longer ones refused. */
public abstract class LongNamesSuite extends DatabaseSuite {
    private final int limit;
    private final int labelLimit;
    private final MetaData meta = new MetaData(NamingConvention.FULL);
    private final Table table;
    private final Column<Integer> id;
    private final Column<Integer> one;
    private final Column<Integer> two;

    /**
     * Create the suite.
     *
     * @param limit how long a name may be, or a large number for a database without limit
     */
    protected LongNamesSuite(Database database, int limit) {
        this(database, limit, limit);
    }

    /**
     * Create the suite.
     *
     * @param limit how long the name of something in the database may be
     * @param labelLimit how long a name within a statement may be
     */
    protected LongNamesSuite(Database database, int limit, int labelLimit) {
        super(database);
        this.labelLimit = labelLimit;
        this.limit = limit;
        String same = "x".repeat(Math.min(limit, 400) - 1);
        table = Table.of(
                meta,
                "y".repeat(Math.min(limit, 400)),
                t -> t.column("id", SqlTypes.INTEGER, c -> c.primaryKey())
                        .column(same + "a", SqlTypes.INTEGER, c -> c.unique())
                        .column(same + "b", SqlTypes.INTEGER, c -> c.unique()));
        id = table.column("id", SqlTypes.INTEGER);
        one = table.column(same + "a", SqlTypes.INTEGER);
        two = table.column(same + "b", SqlTypes.INTEGER);
    }

    @Test
    void namesThatAreMadeOfLongOnesAreToldApart() {
        meta.createAll(engine);
        try (Connection connection = engine.connect()) {
            connection.execute(insert(table).set(id, 1).set(one, 10).set(two, 20));
            Row row = connection
                    .execute(select(id, one, two).labelStyle(LabelStyle.TABLE_COLUMN))
                    .one();
            assertThat(row.get(one)).isEqualTo(10);
            assertThat(row.get(two)).isEqualTo(20);
            assertThat(new HashSet<>(row.keys())).hasSize(3);
            assertThat(row.keys()).allSatisfy(key -> assertThat(key.length()).isLessThanOrEqualTo(labelLimit));
            var inner = select(one, two).labelStyle(LabelStyle.TABLE_COLUMN).subquery();
            assertThat(connection
                            .execute(select(inner.column(two), inner.column(one)))
                            .map(each -> List.of(each.get(0, Integer.class), each.get(1, Integer.class)))
                            .one())
                    .containsExactly(20, 10);
        }
    }

    @Test
    void namesOfAConventionAreAlwaysTheSame() {
        var ddl = engine.dialect().ddl(CompileRules.NONE);
        String created = ddl.createTable(table);
        assertThat(engine.dialect().ddl(CompileRules.NONE).createTable(table)).isEqualTo(created);
        List<String> names = created.lines()
                .filter(line -> line.contains("CONSTRAINT "))
                .map(line -> line.strip().split(" ")[1])
                .toList();
        assertThat(new HashSet<>(names)).hasSize(3);
        assertThat(names).allSatisfy(name -> assertThat(name.length()).isLessThanOrEqualTo(limit));
        assertThat(names)
                .filteredOn(name -> name.length() == limit - 3)
                .as("cut, with a hash of what was cut")
                .allMatch(name -> name.matches("\\w+_[0-9a-f]{4}"))
                .hasSize(limit > 1000 ? 0 : 3);
    }

    @Test
    void longerNamesAreRefused() {
        if (limit > 1000) {
            return;
        }
        String name = "n".repeat(limit + 1);
        MetaData other = new MetaData();
        Table.of(other, name, t -> t.column("id", SqlTypes.INTEGER, c -> c.primaryKey()));
        assertThatThrownBy(() -> other.createAll(engine))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("[" + name + "]")
                .hasMessageContaining("shorten it");
        String label = "n".repeat(labelLimit + 1);
        Table unknown = Table.of(new MetaData(), label, t -> t.column("id", SqlTypes.INTEGER));
        for (var query : List.of(
                select(id.label(label)),
                select(id).from(table.as(label)),
                select(unknown.column("id", SqlTypes.INTEGER)))) {
            assertThatThrownBy(() -> engine.compile(query))
                    .isInstanceOf(CompileException.class)
                    .hasMessageContaining("shorten it");
        }
    }
}

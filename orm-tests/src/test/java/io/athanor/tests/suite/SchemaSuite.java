package io.athanor.tests.suite;

import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.enumOf;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.dialect.Capability;
import io.athanor.engine.error.CheckViolationException;
import io.athanor.engine.error.DataException;
import io.athanor.engine.error.ForeignKeyViolationException;
import io.athanor.engine.error.NotNullViolationException;
import io.athanor.engine.error.UniqueViolationException;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Insert;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.DatabaseSuite;
import io.athanor.tests.model.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables are created as they are described, in an order that works, and only where they are missing. */
public abstract class SchemaSuite extends DatabaseSuite {
    private final MetaData metadata = new MetaData();

    protected SchemaSuite(Database database) {
        super(database);
    }

    private Table parent() {
        return Table.of(
                metadata,
                "parent",
                table -> table.column("id", INTEGER, id -> id.primaryKey()).column("name", string(20)));
    }

    private Table child() {
        return Table.of(
                metadata,
                "child",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("parent_id", INTEGER, parent -> parent.references("parent.id")));
    }

    private List<String> created() {
        return words("CREATE TABLE");
    }

    private List<String> words(String verb) {
        return recording.sql(verb).stream().map(sql -> sql.split(" ")[2]).toList();
    }

    private long insertInto(Insert insert) {
        return engine.inTransaction(connection -> connection.execute(insert));
    }

    @Test
    void onlyMissingTablesAreCreated() {
        Table parent = parent();
        metadata.createAll(engine);
        insertInto(insert(parent).set(parent.column("name", STRING), "kept"));
        child();
        recording.clear();
        metadata.createAll(engine);
        assertThat(created()).containsExactly("child");
        recording.clear();
        metadata.createAll(engine);
        assertThat(created()).isEmpty();
        assertThat(value("SELECT name FROM parent")).isEqualTo("kept");
    }

    @Test
    void referredTablesAreCreatedFirstAndDroppedLast() {
        child();
        Table.of(
                metadata,
                "a_grandchild",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("child_id", INTEGER, child -> child.references("child.id")));
        parent();
        metadata.createAll(engine);
        assertThat(created()).containsExactly("parent", "child", "a_grandchild");
        recording.clear();
        metadata.dropAll(engine);
        assertThat(words("DROP TABLE")).containsExactly("a_grandchild", "child", "parent");
    }

    @Test
    void dropAllDropsOnlyWhatIsThere() {
        parent();
        metadata.createAll(engine);
        child();
        recording.clear();
        metadata.dropAll(engine);
        metadata.dropAll(engine);
        assertThat(words("DROP TABLE")).containsExactly("parent");
    }

    @Test
    void foreignKeyIsResolvedWhenItIsNeeded() {
        Table child = child();
        assertThatThrownBy(() -> metadata.createAll(engine))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("parent");
        Table parent = parent();
        assertThat(child.foreignKeys().get(0).target()).isSameAs(parent);
        metadata.createAll(engine);
    }

    @Test
    void foreignKeyIsEnforced() {
        parent();
        Table child = child();
        metadata.createAll(engine);
        assertThatThrownBy(() -> insertInto(insert(child).set(child.column("parent_id", INTEGER), 7)))
                .isInstanceOf(ForeignKeyViolationException.class);
    }

    @Test
    void tablesInACircleAreCreatedWithBothOfTheirKeys() {
        Table first = Table.of(
                metadata,
                "a",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("b_id", INTEGER, b -> b.references("b.id")));
        Table second = Table.of(
                metadata,
                "b",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("a_id", INTEGER, a -> a.references("a.id")));
        metadata.createAll(engine);
        for (Column<Integer> reference : List.of(first.column("b_id", INTEGER), second.column("a_id", INTEGER))) {
            Table table = (Table) reference.table();
            assertThatThrownBy(() -> engine.transaction(
                            connection -> connection.execute(insert(table).set(reference, 99))))
                    .isInstanceOf(ForeignKeyViolationException.class);
        }
    }

    @Test
    void tableMayReferToItself() {
        Table node = Table.of(
                metadata,
                "node",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("parent_id", INTEGER, parent -> parent.references("node.id")));
        metadata.createAll(engine);
        insertInto(insert(node).set(node.column("id", INTEGER), 1).set(node.column("parent_id", INTEGER), 1));
        assertThat(rows("SELECT * FROM node")).hasSize(1);
    }

    @Test
    void uniqueColumnAndUniqueGroupAreEnforced() {
        Table t = Table.of(
                metadata,
                "t",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("code", string(10), code -> code.unique())
                        .column("a", INTEGER)
                        .column("b", INTEGER)
                        .unique("a", "b"));
        metadata.createAll(engine);
        var code = t.column("code", STRING);
        var a = t.column("a", INTEGER);
        var b = t.column("b", INTEGER);
        insertInto(insert(t).set(code, "x").set(a, 1).set(b, 1));
        insertInto(insert(t).set(code, "y").set(a, 1).set(b, 2));
        assertThatThrownBy(() -> insertInto(insert(t).set(code, "x").set(a, 3).set(b, 3)))
                .isInstanceOf(UniqueViolationException.class);
        assertThatThrownBy(() -> insertInto(insert(t).set(code, "z").set(a, 1).set(b, 2)))
                .isInstanceOf(UniqueViolationException.class);
    }

    @Test
    void notNullIsEnforced() {
        Table t = Table.of(
                metadata,
                "t",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("a", INTEGER, a -> a.notNull())
                        .column("b", INTEGER));
        metadata.createAll(engine);
        assertThatThrownBy(() -> insertInto(insert(t).set(t.column("b", INTEGER), 1)))
                .isInstanceOf(NotNullViolationException.class);
    }

    @Test
    void compositeKeysAndForeignKeysToThem() {
        Table line = Table.of(
                metadata,
                "line",
                table -> table.column("order_id", INTEGER)
                        .column("number", INTEGER)
                        .primaryKey("order_id", "number"));
        Table part = Table.of(
                metadata,
                "part",
                table -> table.column("id", INTEGER, id -> id.primaryKey())
                        .column("o", INTEGER)
                        .column("n", INTEGER)
                        .foreignKey(new String[] {"o", "n"}, "line.order_id", "line.number"));
        metadata.createAll(engine);
        var orderId = line.column("order_id", INTEGER);
        var number = line.column("number", INTEGER);
        insertInto(insert(line).set(orderId, 1).set(number, 2));
        assertThatThrownBy(() -> insertInto(insert(line).set(orderId, 1).set(number, 2)))
                .isInstanceOf(UniqueViolationException.class);
        insertInto(insert(part).set(part.column("o", INTEGER), 1).set(part.column("n", INTEGER), 2));
        assertThatThrownBy(() -> insertInto(
                        insert(part).set(part.column("o", INTEGER), 2).set(part.column("n", INTEGER), 1)))
                .isInstanceOf(ForeignKeyViolationException.class);
    }

    @Test
    void enumIsCheckedByTheDatabase() {
        Table t = Table.of(
                metadata,
                "t",
                table -> table.column("id", INTEGER, id -> id.primaryKey()).column("color", enumOf(Color.class)));
        metadata.createAll(engine);
        insertInto(insert(t).set(t.column("color", enumOf(Color.class)), Color.GREEN));
        assertThat(value("SELECT color FROM t")).isEqualTo("GREEN");
        assertThatThrownBy(() -> engine.transaction(
                        connection -> connection.run(text("INSERT INTO t (id, color) VALUES (9, 'PINK')"))))
                .isInstanceOf(has(Capability.NATIVE_ENUMS) ? DataException.class : CheckViolationException.class);
    }

    @Test
    void reservedWordsAndStrangeNamesAreQuoted() {
        Table t = Table.of(
                metadata,
                "select",
                table -> table.column("order", INTEGER, id -> id.primaryKey())
                        .column("Mixed Case", string(5))
                        .column("a\"b", INTEGER));
        metadata.createAll(engine);
        insertInto(insert(t)
                .set(t.column("order", INTEGER), 1)
                .set(t.column("Mixed Case", STRING), "x")
                .set(t.column("a\"b", INTEGER), 2));
        List<?> rows =
                engine.inTransaction(connection -> connection.execute(select(t)).all());
        assertThat(rows).hasSize(1);
        recording.clear();
        metadata.createAll(engine);
        assertThat(created()).isEmpty();
        metadata.dropAll(engine);
        assertThat(recording.sql("DROP TABLE")).hasSize(1);
    }

    @Test
    void tableMayBeCreatedOnAConnectionWithinItsTransaction() {
        parent();
        engine.transaction(connection -> {
            metadata.createAll(connection);
            assertThat(connection.hasTable("parent")).isTrue();
            assertThat(connection.hasTable("child")).isFalse();
        });
        assertThat(rows("SELECT * FROM parent")).isEmpty();
    }

    @Test
    void engineTakesMetadataAsWell() {
        parent();
        engine.createAll(metadata);
        assertThat(created()).containsExactly("parent");
        engine.dropAll(metadata);
        assertThat(words("DROP TABLE")).containsExactly("parent");
    }
}

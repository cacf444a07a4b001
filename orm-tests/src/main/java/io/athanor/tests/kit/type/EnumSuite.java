package io.athanor.tests.kit.type;

import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.enumOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.dialect.Capability;
import io.athanor.engine.error.DataException;
import io.athanor.engine.error.DatabaseException;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.type.EnumType;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Enumerations. */
public abstract class EnumSuite extends KitSuite {
    /** Create the suite. */
    protected EnumSuite() {}

    enum Color {
        RED,
        GREEN,
        DARK_BLUE
    }

    private Table colored() {
        return create(
                "enum_rows",
                s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                        .column("color", enumOf(Color.class)));
    }

    @ParameterizedTest
    @EnumSource(Color.class)
    void constantComesBack(Color color) {
        Table t = colored();
        rows(t, row(1, color));
        assertThat(one(select(t.column("color", enumOf(Color.class))))).isEqualTo(color);
    }

    @Test
    void isStoredByName() {
        rows(colored(), row(1, Color.DARK_BLUE));
        assertThat(all(text("SELECT color FROM enum_rows")).get(0).get(0)).hasToString("DARK_BLUE");
    }

    @Test
    void otherNameIsRefused() {
        colored();
        assertThatThrownBy(() -> sql("INSERT INTO enum_rows (id, color) VALUES (1, 'PINK')"))
                .isInstanceOf(DatabaseException.class);
    }

    @Requires(Capability.NATIVE_ENUMS)
    @Test
    void otherNameIsNoValueOfTheType() {
        colored();
        assertThatThrownBy(() -> sql("INSERT INTO enum_rows (id, color) VALUES (1, 'PINK')"))
                .isInstanceOf(DataException.class);
    }

    @Requires(Capability.NATIVE_ENUMS)
    @Test
    void constantsAreOrderedAsTheyAreDeclared() {
        Table t = colored();
        rows(t, row(1, Color.DARK_BLUE), row(2, Color.RED), row(3, Color.GREEN));
        assertThat(all(select(column(t, "id", INTEGER)).orderBy(t.column("color", enumOf(Color.class)))))
                .containsExactly(2, 3, 1);
    }

    @Test
    void enumThatIsStoredAsTextIsText() {
        EnumType<Color> text = enumOf(Color.class).asString();
        Table t = create("enum_text", s -> s.column("color", text));
        rows(t, row(Color.DARK_BLUE), row(Color.GREEN), row(Color.RED));
        assertThat(all(select(t.column("color", text)).orderBy(t.column("color", text))))
                .containsExactly(Color.DARK_BLUE, Color.GREEN, Color.RED);
    }

    @Test
    void nullIsNoConstant() {
        Table t = colored();
        rows(t, row(1, null));
        assertThat(all(select(t.column("color", enumOf(Color.class))))).containsExactly((Color) null);
    }

    @Test
    void isFound() {
        Table t = colored();
        rows(t, row(1, Color.RED), row(2, Color.GREEN), row(3, Color.RED));
        NamedColumn<Color> color = t.column("color", enumOf(Color.class));
        NamedColumn<Integer> id = column(t, "id", INTEGER);
        assertThat(all(select(id).where(color.eq(Color.RED)).orderBy(id))).containsExactly(1, 3);
        assertThat(all(select(id).where(color.in(Color.GREEN, Color.DARK_BLUE))))
                .containsExactly(2);
    }

    @Test
    void namesOfText() {
        EnumType<String> mood = enumOf("ok", "it's fine", "Größe").named("kit_moods");
        Table t = create("enum_mood", s -> s.column("mood", mood));
        rows(t, row("it's fine"), row("Größe"));
        assertThat(all(select(t.column("mood", mood)))).containsExactlyInAnyOrder("it's fine", "Größe");
        assertThatThrownBy(() -> sql("INSERT INTO enum_mood (mood) VALUES ('sad')"))
                .isInstanceOf(DatabaseException.class);
    }
}

package io.athanor.tests.kit.run;

import static io.athanor.sql.Sql.delete;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.insert;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;
import static io.athanor.sql.Sql.update;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.error.CheckViolationException;
import io.athanor.engine.error.DatabaseException;
import io.athanor.engine.error.ForeignKeyViolationException;
import io.athanor.engine.error.IntegrityException;
import io.athanor.engine.error.NotNullViolationException;
import io.athanor.engine.error.ProgrammingException;
import io.athanor.engine.error.UniqueViolationException;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Insert;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.tests.kit.KitSuite;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors have a class by what happened, and tell what. */
public abstract class ErrorSuite extends KitSuite {
    private final Table parent =
            table("err_parent", t -> t.column("id", INTEGER, c -> c.primaryKey().autoincrement(false)));
    private final Table t = table(
            "err_rows",
            s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("must", string(10), c -> c.notNull())
                    .column("code", INTEGER)
                    .column("parent_id", INTEGER)
                    .column("age", INTEGER)
                    .unique(List.of("code"), u -> u.name("uq_err_code"))
                    .foreignKey(List.of("parent_id"), List.of("err_parent.id"), f -> f.name("fk_err_parent"))
                    .check("ck_err_age", s.added("age", INTEGER).ge(0)));
    private final NamedColumn<Integer> id = column(t, "id", INTEGER);
    private final NamedColumn<String> must = column(t, "must", STRING);
    private final NamedColumn<Integer> code = column(t, "code", INTEGER);
    private final NamedColumn<Integer> parentId = column(t, "parent_id", INTEGER);
    private final NamedColumn<Integer> age = column(t, "age", INTEGER);

    /** Create the suite. */
    protected ErrorSuite() {}

    @Override
    protected void insertRows() {
        rows(parent, row(1));
        rows(t, row(1, "x", 10, 1, 5));
    }

    private Insert of(int key) {
        return insert(t).set(id, key).set(must, "x");
    }

    private void fails(Insert statement, Class<? extends DatabaseException> expected) {
        assertThatThrownBy(() -> run(statement)).isInstanceOf(expected).isInstanceOf(IntegrityException.class);
    }

    @Test
    void secondRowOfAPrimaryKey() {
        fails(of(1), UniqueViolationException.class);
    }

    @Test
    void secondRowOfAUniqueConstraint() {
        fails(of(2).set(code, 10), UniqueViolationException.class);
    }

    @Test
    void updateToTheKeyOfAnotherRow() {
        run(of(2));
        assertThatThrownBy(() -> run(update(t).set(id, 1).where(id.eq(2))))
                .isInstanceOf(UniqueViolationException.class);
    }

    @Test
    void missingParent() {
        fails(of(2).set(parentId, 99), ForeignKeyViolationException.class);
    }

    @Test
    void parentThatIsStillReferredTo() {
        assertThatThrownBy(() -> run(delete(parent))).isInstanceOf(ForeignKeyViolationException.class);
    }

    @Test
    void nullWhereAValueMustBe() {
        fails(insert(t).set(id, 2).setNull(must), NotNullViolationException.class);
    }

    @Test
    void updateToNullWhereAValueMustBe() {
        assertThatThrownBy(() -> run(update(t).setNull(must))).isInstanceOf(NotNullViolationException.class);
    }

    @Test
    void valueThatACheckRefuses() {
        fails(of(2).set(age, -1), CheckViolationException.class);
    }

    @Test
    void nullPassesACheck() {
        assertThat(run(of(2).setNull(age))).isEqualTo(1);
    }

    @Test
    void nothingIsKeptOfAFailure() {
        fails(of(2).set(code, 10), UniqueViolationException.class);
        assertThat(all(select(id))).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELEC 1", "SELECT * FROM", "SELECT (1", "INSERT INTO", "GARBAGE"})
    void wrongSyntax(String wrong) {
        assertThatThrownBy(() -> all(text(wrong))).isInstanceOf(ProgrammingException.class);
    }

    @Test
    void missingTable() {
        assertThatThrownBy(() -> all(text("SELECT * FROM err_missing"))).isInstanceOf(ProgrammingException.class);
    }

    @Test
    void missingColumn() {
        assertThatThrownBy(() -> all(text("SELECT err_missing.none FROM err_rows err_missing")))
                .isInstanceOf(ProgrammingException.class);
    }

    @Test
    void missingFunction() {
        assertThatThrownBy(() -> all(select(func.call("err_no_such_function", INTEGER, id))))
                .isInstanceOf(ProgrammingException.class);
    }

    @Test
    void tableThatIsThereAlready() {
        assertThatThrownBy(() -> sql("CREATE TABLE err_rows (id INTEGER)")).isInstanceOf(DatabaseException.class);
    }

    @Test
    void errorKeepsTheDriversOwn() {
        assertThatThrownBy(() -> run(of(1)))
                .isInstanceOfSatisfying(
                        DatabaseException.class, error -> assertThat(error).hasCauseInstanceOf(SQLException.class));
    }

    @Test
    void errorTellsTheStatement() {
        assertThatThrownBy(() -> run(of(1))).hasMessageContaining("INSERT INTO err_rows");
    }

    @Test
    void errorTellsTheConstraint() {
        assertThatThrownBy(() -> run(of(2).set(code, 10)))
                .isInstanceOfSatisfying(
                        IntegrityException.class,
                        error -> assertThat(error.constraint())
                                .hasValueSatisfying(name -> assertThat(name.toLowerCase(Locale.ROOT))
                                        .contains("code")));
    }

    @Test
    void errorInOtherLettersIsTold() {
        assertThatThrownBy(() -> all(text("SELECT * FROM méil_ß")))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("méil");
    }

    @Test
    void engineServesOnAfterErrors() {
        for (int i = 0; i < 20; i++) {
            fails(of(1), UniqueViolationException.class);
        }
        assertThat(all(select(id))).containsExactly(1);
    }
}

package io.athanor.sql;

import static io.athanor.sql.Sql.and;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.not;
import static io.athanor.sql.Sql.or;
import static io.athanor.sql.Sql.render;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.type.SqlTypes.BOOLEAN;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.sql.error.CompileException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.TableSource;
import io.athanor.sql.schema.TypedTable;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.LabelStyle;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectTests {
    private static final MetaData META = new MetaData();
    private static final Users USERS = Table.typed(META, "users", Users::new);
    private static final Addresses ADDRESSES = Table.typed(META, "addresses", Addresses::new);

    private static final class Users extends TypedTable {
        final Column<Integer> id = column("id", INTEGER, c -> c.primaryKey());
        final Column<String> name = column("name", STRING, c -> {});
        final Column<Boolean> active = column("active", BOOLEAN, c -> {});

        Users(TableSource source) {
            super(source);
        }
    }

    private static final class Addresses extends TypedTable {
        final Column<Integer> id = column("id", INTEGER, c -> c.primaryKey());
        final Column<Integer> userId = column("user_id", INTEGER, c -> c.references("users.id"));

        Addresses(TableSource source) {
            super(source);
        }
    }

    /** The names of values are shown by tests of their own. */
    private static String text(SqlNode node) {
        return render(node).replaceAll(":\\w+", "?");
    }

    private static String sql(Statement statement) {
        return text(statement).replaceAll("\\s+", " ").strip();
    }

    @Test
    void fromIsFoundFromTheColumns() {
        assertThat(sql(select(USERS.id, ADDRESSES.id)))
                .isEqualTo("SELECT users.id, addresses.id AS id_1 FROM users, addresses");
        assertThat(sql(select(USERS.id).where(ADDRESSES.userId.eq(USERS.id))))
                .isEqualTo("SELECT users.id FROM users, addresses WHERE addresses.user_id = users.id");
    }

    @Test
    void labelsByTableAndColumnNameAColumnOnce() {
        assertThat(sql(select(USERS.id, USERS.name, USERS.name).labelStyle(LabelStyle.TABLE_COLUMN_ONCE)))
                .isEqualTo("SELECT users.id AS users_id, users.name AS users_name FROM users");
    }

    @Test
    void aColumnSelectedTwiceIsToldApart() {
        assertThat(sql(select(USERS.id, USERS.id))).isEqualTo("SELECT users.id, users.id AS id__1 FROM users");
    }

    @Test
    void precedenceDecidesParentheses() {
        assertThat(sql(select(USERS.id).where(or(USERS.id.eq(1), USERS.id.eq(2)), USERS.name.like("a%"))))
                .isEqualTo("SELECT users.id FROM users WHERE (users.id = ? OR users.id = ?) AND users.name LIKE ?");
        assertThat(text(USERS.id.minus(USERS.id.minus(1)))).isEqualTo("users.id - (users.id - ?)");
        assertThat(text(USERS.id.times(USERS.id.times(2)))).isEqualTo("users.id * users.id * ?");
        assertThat(text(not(and(USERS.id.eq(1), USERS.name.eq("x")))))
                .isEqualTo("NOT (users.id = ? AND users.name = ?)");
    }

    @Test
    void negationRewritesTheOperator() {
        assertThat(text(not(USERS.id.eq(1)))).isEqualTo("users.id != ?");
        assertThat(text(not(USERS.id.lt(1)))).isEqualTo("users.id >= ?");
        assertThat(text(not(USERS.name.isNull()))).isEqualTo("users.name IS NOT NULL");
        assertThat(text(not(USERS.id.between(1, 2)))).isEqualTo("users.id NOT BETWEEN ? AND ?");
        assertThat(text(not(not(USERS.id.in(1))))).isEqualTo(text(USERS.id.in(1)));
    }

    @Test
    void aNullVariableAsksForNull() {
        String nobody = null;
        assertThat(text(USERS.name.eq(nobody))).isEqualTo("users.name IS NULL");
        assertThat(text(USERS.name.ne(nobody))).isEqualTo("users.name IS NOT NULL");
    }

    @Test
    void listsExpandToAnyLength() {
        assertThat(sql(select(USERS.id).where(USERS.name.in("a", "b"))))
                .isEqualTo("SELECT users.id FROM users WHERE users.name IN (?, ?)");
        assertThat(sql(select(USERS.id).where(USERS.name.in(List.of()))))
                .isEqualTo("SELECT users.id FROM users WHERE users.name IN (NULL) AND (1 != 1)");
    }

    @Test
    void aBooleanColumnIsACondition() {
        assertThat(sql(select(USERS.id).where(USERS.active)))
                .isEqualTo("SELECT users.id FROM users WHERE users.active = 1");
        assertThat(sql(select(USERS.id).where(not(USERS.active))))
                .isEqualTo("SELECT users.id FROM users WHERE users.active = 0");
    }

    @Test
    void joinsFollowTheForeignKey() {
        assertThat(sql(select(USERS.id).join(ADDRESSES)))
                .isEqualTo("SELECT users.id FROM users JOIN addresses ON users.id = addresses.user_id");
        assertThat(sql(select(USERS.id).from(ADDRESSES).outerJoin(USERS)))
                .isEqualTo("SELECT users.id FROM addresses LEFT OUTER JOIN users ON users.id = addresses.user_id");
    }

    @Test
    void subqueriesCorrelateWithTheEnclosingSelect() {
        assertThat(sql(select(USERS.id)
                        .where(select(ADDRESSES.id)
                                .where(ADDRESSES.userId.eq(USERS.id))
                                .exists())))
                .isEqualTo("SELECT users.id FROM users WHERE EXISTS (SELECT addresses.id FROM addresses"
                        + " WHERE addresses.user_id = users.id)");
    }

    @Test
    void aSubqueryInFromIsCountedUnderAGeneratedName() {
        DerivedTable inner = select(USERS.id).where(USERS.name.like("%ed")).subquery();
        assertThat(sql(select(func.count()).from(inner)))
                .isEqualTo(
                        "SELECT count(*) AS count_1 FROM (SELECT users.id AS id FROM users WHERE users.name LIKE ?) AS anon_1");
        assertThat(sql(select(inner.column(USERS.id)))).startsWith("SELECT anon_1.id FROM (SELECT users.id");
    }

    @Test
    void groupsSortAndLimit() {
        var count = func.count(USERS.name).label("n");
        assertThat(sql(select(count, USERS.name)
                        .groupBy(USERS.name)
                        .having(func.count().gt(2L))
                        .orderBy(count.desc())
                        .limit(3)
                        .offset(1)))
                .isEqualTo("SELECT count(users.name) AS n, users.name FROM users GROUP BY users.name"
                        + " HAVING count(*) > ? ORDER BY n DESC LIMIT ? OFFSET ?");
    }

    @Test
    void orderByANameThatIsNothingIsRefused() {
        assertThatThrownBy(() -> sql(select(USERS.id).orderBy("id; drop table users")))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("ORDER BY or GROUP BY names [id; drop table users]")
                .hasMessageContaining("[id]");
    }

    @Test
    void comparisonWithinComparisonKeepsItsParentheses() {
        assertThat(text(USERS.active.eq(USERS.id.eq(1)))).isEqualTo("users.active = (users.id = ?)");
        assertThat(text(USERS.id.ne(1).ne(USERS.active))).isEqualTo("(users.id != ?) != users.active");
    }
}

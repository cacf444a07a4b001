package io.athanor.tests.kit.select;

import static io.athanor.sql.Sql.not;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.dialect.Capability;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.LikeEscape;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import java.util.List;
import org.junit.jupiter.api.Test;

/** LIKE and what is built on it: texts that begin with, end with or contain others, whatever these consist of. */
public abstract class LikeSuite extends KitSuite {
    private final Table t = table(
            "like_rows",
            s -> s.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("data", string(50)));
    private final NamedColumn<Integer> id = column(t, "id", INTEGER);
    private final NamedColumn<String> data = column(t, "data", STRING);

    /** Create the suite. */
    protected LikeSuite() {}

    @Override
    protected void insertRows() {
        rows(
                t,
                row(1, "abcdefg"),
                row(2, "ab/cdefg"),
                row(3, "ab%cdefg"),
                row(4, "ab_cdefg"),
                row(5, "abcde/fg"),
                row(6, "abcde%fg"),
                row(7, "ab#cdefg"),
                row(8, "ab9cdefg"),
                row(9, "abcde#fg"),
                row(10, "abcd9fg"),
                row(11, null));
    }

    private List<Integer> where(Expression<Boolean> condition) {
        return all(select(id).where(condition).orderBy(id));
    }

    @Test
    void like() {
        assertThat(where(data.like("ab_cdefg"))).containsExactly(2, 3, 4, 7, 8);
    }

    @Test
    void likeOfAnyEnd() {
        assertThat(where(data.like("%9fg"))).containsExactly(10);
    }

    @Test
    void likeWithEscape() {
        assertThat(where(data.like("ab#_cdefg", '#'))).containsExactly(4);
    }

    @Test
    void likeWithPercentEscaped() {
        assertThat(where(data.like("%/%%", '/'))).containsExactly(3, 6);
    }

    @Test
    void notLike() {
        assertThat(where(data.notLike("ab_cdefg"))).containsExactly(1, 5, 6, 9, 10);
    }

    @Test
    void negatedLike() {
        assertThat(where(not(data.like("%c%fg")))).isEmpty();
    }

    @Test
    void likeOfColumn() {
        assertThat(where(data.like(data))).contains(1, 2, 5, 7, 8);
    }

    @Test
    void ilikeDisregardsCase() {
        assertThat(where(data.ilike("ABCDEFG"))).containsExactly(1);
    }

    @Test
    void notIlike() {
        assertThat(where(data.notIlike("AB%"))).isEmpty();
    }

    @Test
    void startsWith() {
        assertThat(where(data.startsWith("ab%c", LikeEscape.AUTO))).containsExactly(3);
    }

    @Test
    void startsWithUnescapedTakesSignsAsPatterns() {
        assertThat(where(data.startsWith("ab%c"))).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void startsWithOfColumn() {
        assertThat(where(data.startsWith(value("abcd")))).containsExactly(1, 5, 6, 9, 10);
    }

    @Test
    void startsWithEscapesTheEscape() {
        assertThat(where(data.startsWith("ab/c", LikeEscape.AUTO))).containsExactly(2);
    }

    @Test
    void startsWithAnotherEscape() {
        assertThat(where(data.startsWith("ab#c", LikeEscape.auto('#')))).containsExactly(7);
    }

    @Test
    void startsWithWrittenEscape() {
        assertThat(where(data.startsWith("ab##c", LikeEscape.by('#')))).containsExactly(7);
    }

    @Test
    void endsWith() {
        assertThat(where(data.endsWith("e%fg", LikeEscape.AUTO))).containsExactly(6);
    }

    @Test
    void endsWithUnescaped() {
        assertThat(where(data.endsWith("e%fg"))).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void endsWithOfColumn() {
        assertThat(where(data.endsWith(value("9fg")))).containsExactly(10);
    }

    @Test
    void endsWithEscapesTheEscape() {
        assertThat(where(data.endsWith("e/fg", LikeEscape.AUTO))).containsExactly(5);
    }

    @Test
    void endsWithAnotherEscape() {
        assertThat(where(data.endsWith("e#fg", LikeEscape.auto('#')))).containsExactly(9);
    }

    @Test
    void contains() {
        assertThat(where(data.contains("b%cd", LikeEscape.AUTO))).containsExactly(3);
    }

    @Test
    void containsUnderscore() {
        assertThat(where(data.contains("b_c", LikeEscape.AUTO))).containsExactly(4);
    }

    @Test
    void containsUnescaped() {
        assertThat(where(data.contains("b%cd"))).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void containsOfColumn() {
        assertThat(where(data.contains(value("9")))).containsExactly(8, 10);
    }

    @Test
    void containsEscapesTheEscape() {
        assertThat(where(data.contains("b/c", LikeEscape.AUTO))).containsExactly(2);
    }

    @Test
    void containsAnotherEscape() {
        assertThat(where(data.contains("b#c", LikeEscape.auto('#')))).containsExactly(7);
    }

    @Test
    void negatedContains() {
        assertThat(where(not(data.contains("cdefg")))).containsExactly(5, 6, 9, 10);
    }

    @Test
    void startsWithInAnyCase() {
        assertThat(where(data.istartsWith("AB9"))).containsExactly(8);
    }

    @Test
    void endsWithInAnyCase() {
        assertThat(where(data.iendsWith("9FG"))).containsExactly(10);
    }

    @Test
    void containsInAnyCase() {
        assertThat(where(data.icontains("B%C", LikeEscape.AUTO))).containsExactly(3);
    }

    @Requires(Capability.REGULAR_EXPRESSIONS)
    @Test
    void regexp() {
        assertThat(where(data.regexp("a.cde"))).containsExactly(1, 5, 6, 9);
    }

    @Requires(Capability.REGULAR_EXPRESSIONS)
    @Test
    void negatedRegexp() {
        assertThat(where(not(data.regexp("a.cde")))).containsExactly(2, 3, 4, 7, 8, 10);
    }

    @Requires(Capability.REGULAR_EXPRESSIONS)
    @Test
    void regexpOfBegin() {
        assertThat(where(data.regexp("^ab[0-9]"))).containsExactly(8);
    }

    @Requires(Capability.REGEXP_REPLACE)
    @Test
    void regexpReplace() {
        assertThat(one(select(data.regexpReplace("a.c", "FOO").label("replaced"))
                        .where(id.eq(1))))
                .isEqualTo("FOOdefg");
    }

    @Requires(Capability.REGEXP_REPLACE)
    @Test
    void regexpReplaceWithoutMatchChangesNothing() {
        assertThat(one(select(data.regexpReplace("x+", "y").label("replaced")).where(id.eq(1))))
                .isEqualTo("abcdefg");
    }
}

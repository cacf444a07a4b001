package io.athanor.sql;

import static io.athanor.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.Bind;
import io.athanor.sql.tree.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a bind in raw SQL. */
class TextTests {
    private static List<String> binds(String sql) {
        return text(sql).children().stream()
                .map(node -> ((Bind<?>) node).name())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select ':x'",
                "select 'it''s :x', 1",
                "select \"a:x\" from t",
                "select `a:x` from t",
                "select 1 -- at :x\n from t",
                "select 1 /* :x \n '*/ from t",
                "select $$ :x $$",
                "select $tag$ it's :x $$ $tag$",
                "select x::integer",
                "select '12:30:00'"
            })
    void colonsInLiteralsNamesAndCommentsAreNoBinds(String sql) {
        assertThat(binds(sql)).isEmpty();
        assertThat(text(sql).pieces()).containsExactly(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = :x and y = ':y'",
                "y = ':y' and x = :x",
                "it's :x",
                "':y' || :x || ':z'",
                "a--:y\n= :x",
                "5 / :x /* :y",
                "arr[:x]",
                "$1 = :x and $2 = 1",
                "price$ = :x and cost$ = 2",
                ":x"
            })
    void otherColonsAre(String sql) {
        String expected = sql.contains("/* :y") ? "[x, y]" : "[x]";
        assertThat(binds(sql)).hasToString(expected);
    }

    @Test
    void piecesAndBindsMakeUpTheText() {
        Text text = text("select ':a', :b, \\:c, \":d\", :b from t -- :e");
        assertThat(text.pieces()).containsExactly("select ':a', ", ", :c, \":d\", ", " from t -- :e");
        assertThat(binds("select ':a', :b, \\:c, \":d\", :b from t")).containsExactly("b", "b");
    }

    @Test
    void whatStandsInALiteralCannotBeGivenAValue() {
        assertThatThrownBy(() -> text("select ':x'").bind("x", 1))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("no bind [:x]");
    }
}

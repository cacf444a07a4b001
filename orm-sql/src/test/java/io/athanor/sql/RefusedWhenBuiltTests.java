package io.athanor.sql;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.orderBy;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;
import static io.athanor.sql.Sql.tuple;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.Sql.when;
import static io.athanor.sql.TestTables.ACCOUNT;
import static io.athanor.sql.tree.FrameBound.CURRENT_ROW;
import static io.athanor.sql.tree.FrameBound.preceding;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.tree.FrameExclusion;
import io.athanor.sql.tree.LikeEscape;
import io.athanor.sql.tree.Operator;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What javac cannot see is refused when the clause is built, with fact, value and remedy. */
class RefusedWhenBuiltTests {
    private static void refused(ThrowingCallable building, String... words) {
        assertThatThrownBy(building).isInstanceOf(ArgumentException.class).hasMessageContainingAll(words);
    }

    @Test
    void arithmeticOnTextIsRefused() {
        refused(() -> ACCOUNT.name.times(2), "[*]", "[name]", "concat");
        refused(() -> ACCOUNT.name.negated(), "[-]", "[name]");
        refused(() -> ACCOUNT.name.bitAnd(1), "[&]", "[name]");
    }

    @Test
    void numberThatDoesNotFitTheLeftSideIsRefused() {
        refused(() -> ACCOUNT.age.times(new BigDecimal("2.5")), "[age]", "[2.5]", "typeCoerce");
        refused(() -> ACCOUNT.age.plus(ACCOUNT.balance), "[age]", "[balance]", "cast");
    }

    @Test
    void nullWhereNoValueCanBeNullIsRefused() {
        refused(() -> when(ACCOUNT.age.lt(3), "a").when(ACCOUNT.age.lt(4), (String) null), "CASE", "nullOf");
        refused(() -> ACCOUNT.age.lt((Integer) null), "[age]", "isNull()");
        refused(() -> ACCOUNT.name.like((String) null), "isNull()");
        refused(() -> ACCOUNT.age.plus((Number) null), "[+]", "nullOf");
        refused(() -> ACCOUNT.created.plus((Duration) null), "Duration");
        refused(() -> value(null), "nullOf");
    }

    @Test
    void textInASelectListIsRefused() {
        refused(() -> select(text("now()")), "literalColumn");
    }

    @Test
    void tupleOfAnotherSizeIsRefused() {
        refused(() -> tuple(ACCOUNT.id, ACCOUNT.age).inRows(List.of(List.of(1))), "[2]", "[1]");
        refused(() -> tuple(), "no expressions");
    }

    @Test
    void secondFrameOfAWindowIsRefused() {
        refused(
                () -> orderBy(ACCOUNT.id).rows(preceding(1), CURRENT_ROW).range(preceding(1), CURRENT_ROW),
                "[RANGE]",
                "[ROWS]");
        refused(() -> orderBy(ACCOUNT.id).exclude(FrameExclusion.TIES), "[TIES]", "rows");
        refused(() -> preceding(-1), "[-1]", "following");
        refused(() -> func.ntile(0), "ntile", "[0]");
    }

    @Test
    void jsonPathsIntoWhatIsNoJsonAreRefused() {
        refused(() -> ACCOUNT.name.at("k"), "[name]", "JSON");
        refused(() -> ACCOUNT.data.at(List.of("k", 1.5)), "[1.5]");
    }

    @Test
    void whatCannotBeAnOperatorIsRefused() {
        for (String text : List.of("", "--", "/*", "= 1 OR 1 =", "';", "a(b", "= ?", "\"x\"", ":x")) {
            refused(() -> Operator.custom(text), "operator");
        }
        refused(() -> ACCOUNT.name.regexp("x", "i')"), "[i')]");
        refused(() -> LikeEscape.by('%'), "[%]");
        refused(() -> func.call("a..b", INTEGER), "[a..b]");
    }

    @Test
    void timeOnWhatIsNoMomentIsRefused() {
        refused(() -> ACCOUNT.name.plus(Duration.ofDays(1)), "[name]", "date or time");
        refused(() -> ACCOUNT.name.since(ACCOUNT.name), "[name]", "date or time");
    }
}

package io.athanor.sql;

import static io.athanor.sql.Sql.select;
import static io.athanor.sql.type.SqlTypes.INSTANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.sql.compile.CompileRules;
import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.tree.BooleanConstant;
import io.athanor.sql.tree.CustomExpression;
import io.athanor.sql.tree.SqlNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A user's own way to write nodes. */
class CompileRulesTests {
    private static class Now extends CustomExpression<Instant> {
        Now() {
            super(INSTANT);
        }
    }

    private static String sql(CompileRules rules, String dialect, SqlNode node) {
        CompilerSettings standard = CompilerSettings.STANDARD;
        return new SqlCompiler(new CompilerSettings(dialect, standard.quoter(), standard.types(), rules))
                .compileNode(node, StructureKey.of(node))
                .sql();
    }

    @Test
    void ruleOfADialectHandsOnToTheRuleForAll() {
        CompileRules rules = CompileRules.NONE
                .with(Now.class, (node, out) -> out.append("CURRENT_TIMESTAMP"))
                .with(
                        "mine",
                        Now.class,
                        (node, out) -> out.append("utc(").compileDefault(node).append(")"));
        assertThat(sql(rules, "mine", select(new Now()))).startsWith("SELECT utc(CURRENT_TIMESTAMP)");
        assertThat(sql(rules, "other", select(new Now()))).startsWith("SELECT CURRENT_TIMESTAMP");
    }

    @Test
    void ruleForAllHandsOnToTheLibrary() {
        CompileRules rules = CompileRules.NONE.with(
                BooleanConstant.class,
                (node, out) -> out.append("!").compileDefault(node).append("!"));
        assertThat(sql(rules, "mine", BooleanConstant.TRUE)).isEqualTo("!true!");
    }

    @Test
    void ruleOfOneClassDoesNotLendItsPlaceToAnother() {
        CompileRules rules = CompileRules.NONE
                .with(BooleanConstant.class, (node, out) -> out.append("yes"))
                .with(
                        "mine",
                        Now.class,
                        (node, out) -> out.compileDefault(BooleanConstant.TRUE)
                                .append(" and ")
                                .compile(BooleanConstant.TRUE));
        assertThat(sql(rules, "mine", new Now())).isEqualTo("true and yes");
    }
}

package io.athanor.sql;

import static io.athanor.sql.Shop.ACCOUNT;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.sql.compile.CompilerSettings;
import io.athanor.sql.compile.SelectedAgain;
import io.athanor.sql.compile.SqlCompiler;
import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.SqlNode;
import org.junit.jupiter.api.Test;

/** Expressions with values that are selected and grouped by, on a database to which each place is another value. */
class RepeatedBindTests {
    private static final Expression<String> SIZE =
            when(ACCOUNT.age.lt(18), "child").otherwise("adult");

    private static final class Forgetful extends SqlCompiler {
        private final SelectedAgain again;

        Forgetful(SelectedAgain again) {
            super(CompilerSettings.STANDARD);
            this.again = again;
        }

        @Override
        protected SelectedAgain selectedAgain() {
            return again;
        }

        @Override
        protected boolean hasDistinctOn() {
            return true;
        }
    }

    private static String end(SqlNode node) {
        String sql = new Forgetful(SelectedAgain.POSITION)
                .compileNode(node, StructureKey.of(node))
                .sql()
                .replaceAll("\\s+", " ");
        return sql.substring(sql.indexOf("FROM account") + 12).strip();
    }

    @Test
    void selectedExpressionIsGroupedByItsPosition() {
        assertThat(end(select(func.count(), SIZE).groupBy(SIZE))).isEqualTo("GROUP BY 2");
        assertThat(end(select(ACCOUNT.name, SIZE.label("s")).groupBy(ACCOUNT.name, SIZE)))
                .isEqualTo("GROUP BY account.name, 2");
        assertThat(end(select(SIZE.label("s"), func.count()).groupBy(SIZE.label("s"))))
                .isEqualTo("GROUP BY 1");
    }

    @Test
    void orderOfGroupsFollows() {
        assertThat(end(select(SIZE, func.count()).groupBy(SIZE).orderBy(SIZE.desc(), func.count())))
                .isEqualTo("GROUP BY 1 ORDER BY 1 DESC, count(*)");
        assertThat(end(select(SIZE).distinct().orderBy(SIZE))).isEqualTo("ORDER BY 1");
        assertThat(end(select(SIZE.label("s")).distinct().orderBy(SIZE.label("s"))))
                .isEqualTo("ORDER BY s");
    }

    @Test
    void everyRowOrderedByItsOwnValueKeepsTheExpression() {
        assertThat(end(select(SIZE).orderBy(SIZE))).isEqualTo("ORDER BY CASE WHEN (account.age < ?) THEN ? ELSE ? END");
    }

    @Test
    void expressionWithoutValuesStaysAsItIs() {
        assertThat(end(select(func.lower(ACCOUNT.name)).groupBy(func.lower(ACCOUNT.name))))
                .isEqualTo("GROUP BY lower(account.name)");
    }

    /** What is compiled is used again for other values of the same structure, so equal values are not enough. */
    @Test
    void equalExpressionThatWasMadeAnewIsNotTheSame() {
        Expression<String> other = when(ACCOUNT.age.lt(18), "child").otherwise("adult");
        assertThat(end(select(SIZE).groupBy(other))).startsWith("GROUP BY CASE");
    }

    @Test
    void distinctOnFollows() {
        SqlNode query = select(ACCOUNT.id, SIZE).distinctOn(SIZE).orderBy(SIZE, ACCOUNT.id);
        String sql = new Forgetful(SelectedAgain.POSITION)
                .compileNode(query, StructureKey.of(query))
                .sql();
        assertThat(sql).startsWith("SELECT DISTINCT ON (2) account.id").endsWith("ORDER BY 2, account.id");
    }

    @Test
    void labelStandsForTheExpressionWherePositionsDoNot() {
        SqlNode query = select(SIZE, SIZE.concat("!").label("loud"), func.count())
                .groupBy(SIZE, SIZE.concat("!").label("loud"))
                .orderBy(SIZE.desc());
        String sql = new Forgetful(SelectedAgain.LABEL)
                .compileNode(query, StructureKey.of(query))
                .sql();
        assertThat(sql).contains("END AS anon_1").contains("GROUP BY anon_1, ").endsWith("ORDER BY anon_1 DESC");
    }
}

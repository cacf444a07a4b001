package io.athanor.sql;

import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.orderBy;
import static io.athanor.sql.Sql.partitionBy;
import static io.athanor.sql.Sql.render;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.error.CompileException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.FrameBound;
import io.athanor.sql.tree.Window;
import io.athanor.sql.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** Windows with a name. */
class WindowTests {
    private static final Table T =
            Table.of(new MetaData(), "t", t -> t.column("a", SqlTypes.INTEGER).column("b", SqlTypes.INTEGER));
    private static final Column<Integer> A = T.column("a", SqlTypes.INTEGER);
    private static final Column<Integer> B = T.column("b", SqlTypes.INTEGER);

    private static String sql(io.athanor.sql.tree.SqlNode statement) {
        return render(statement).replace("\n", "");
    }

    @Test
    void statedOnceForAllItsUses() {
        Window w = partitionBy(A).orderBy(B).named("w");
        assertThat(sql(select(
                                func.sum(B).over(w).label("s"),
                                func.max(B).over(w).label("m"))
                        .orderBy(A)))
                .isEqualTo("SELECT sum(t.b) OVER w AS s, max(t.b) OVER w AS m FROM t"
                        + " WINDOW w AS (PARTITION BY t.a ORDER BY t.b) ORDER BY t.a");
    }

    @Test
    void whatIsSaidFurtherRefersToIt() {
        Window w = partitionBy(A).named("w");
        Window v = w.orderBy(B).named("v");
        assertThat(sql(select(func.rowNumber()
                        .over(v.rows(FrameBound.UNBOUNDED_PRECEDING, FrameBound.CURRENT_ROW))
                        .label("n"))))
                .isEqualTo("SELECT row_number() OVER (v ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS n FROM t"
                        + " WINDOW w AS (PARTITION BY t.a), v AS (w ORDER BY t.b)");
    }

    @Test
    void nameIsQuotedWhereItMustBe() {
        assertThat(sql(select(func.count().over(partitionBy(A).named("my w")).label("n"))))
                .isEqualTo("SELECT count(*) OVER \"my w\" AS n FROM t WINDOW \"my w\" AS (PARTITION BY t.a)");
    }

    @Test
    void eachStatementStatesItsOwn() {
        Window w = partitionBy(A).named("w");
        var inner = select(A, func.count().over(w).label("n")).subquery("q");
        assertThat(sql(select(inner)))
                .isEqualTo("SELECT q.a, q.n FROM (SELECT t.a AS a, count(*) OVER w AS n FROM t"
                        + " WINDOW w AS (PARTITION BY t.a)) AS q");
    }

    @Test
    void twoOfOneNameAreRefused() {
        var statement = select(
                func.sum(B).over(partitionBy(A).named("w")).label("x"),
                func.sum(B).over(partitionBy(B).named("w")).label("y"));
        assertThatThrownBy(() -> render(statement))
                .isInstanceOf(CompileException.class)
                .hasMessageContaining("[w]")
                .hasMessageContaining("variable");
    }

    @Test
    void whatSqlDoesNotLetItSayFurtherIsRefused() {
        Window ordered = orderBy(B).named("w");
        assertThatThrownBy(() -> ordered.orderBy(A))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("[w]");
        assertThatThrownBy(() -> ordered.partitionBy(A)).isInstanceOf(ArgumentException.class);
        Window framed = orderBy(B)
                .rows(FrameBound.UNBOUNDED_PRECEDING, FrameBound.CURRENT_ROW)
                .named("f");
        assertThatThrownBy(() -> framed.rows(FrameBound.CURRENT_ROW, FrameBound.CURRENT_ROW))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("state one");
        assertThatThrownBy(() -> Window.ALL.named("")).isInstanceOf(ArgumentException.class);
    }

    @Test
    void oneWindowAndTwoHaveOtherStructures() {
        Window w = partitionBy(A).named("w");
        var one = select(func.sum(B).over(w), func.max(B).over(w));
        var two = select(func.sum(B).over(w), func.max(B).over(partitionBy(A).named("w")));
        assertThat(StructureKey.of(one)).isNotEqualTo(StructureKey.of(two));
    }
}

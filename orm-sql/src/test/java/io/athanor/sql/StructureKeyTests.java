package io.athanor.sql;

import static io.athanor.sql.Sql.and;
import static io.athanor.sql.Sql.any;
import static io.athanor.sql.Sql.bind;
import static io.athanor.sql.Sql.caseOf;
import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.inline;
import static io.athanor.sql.Sql.literalColumn;
import static io.athanor.sql.Sql.nullOf;
import static io.athanor.sql.Sql.or;
import static io.athanor.sql.Sql.orderBy;
import static io.athanor.sql.Sql.partitionBy;
import static io.athanor.sql.Sql.prefix;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;
import static io.athanor.sql.Sql.tuple;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.Sql.when;
import static io.athanor.sql.TestTables.ACCOUNT;
import static io.athanor.sql.tree.FrameBound.CURRENT_ROW;
import static io.athanor.sql.tree.FrameBound.UNBOUNDED_PRECEDING;
import static io.athanor.sql.tree.FrameBound.following;
import static io.athanor.sql.tree.FrameBound.preceding;
import static io.athanor.sql.type.SqlTypes.BIGINT;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.sql.compile.StructureKey;
import io.athanor.sql.tree.DatePart;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.FrameExclusion;
import io.athanor.sql.tree.LikeEscape;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.Operator;
import io.athanor.sql.tree.SqlNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Statements with equal keys share their compiled SQL, so different SQL must never have equal keys. */
class StructureKeyTests {
    private static final Expression<Integer> AGE = ACCOUNT.age;
    private static final Expression<String> NAME = ACCOUNT.name;

    /** Each makes the same structure of different values. */
    private static List<IntFunction<SqlNode>> shapes() {
        List<IntFunction<SqlNode>> shapes = new ArrayList<>();
        shapes.addAll(comparisons());
        shapes.addAll(texts());
        shapes.addAll(numbers());
        shapes.addAll(functions());
        shapes.addAll(windows());
        return shapes;
    }

    private static List<IntFunction<SqlNode>> comparisons() {
        return List.of(
                n -> AGE.eq(n),
                n -> AGE.ne(n),
                n -> AGE.lt(n),
                n -> AGE.isDistinctFrom(n),
                n -> AGE.isNotDistinctFrom(n),
                n -> AGE.between(n, n + 1),
                n -> AGE.betweenSymmetric(n, n + 1),
                n -> AGE.between(n, n + 1).not(),
                n -> AGE.in(List.of(n)),
                n -> AGE.notIn(List.of(n, n)),
                n -> AGE.inExpressions(value(n)),
                n -> AGE.inExpressions(value(n), value(n)),
                n -> AGE.in(select(ACCOUNT.age).where(AGE.eq(n))),
                n -> AGE.eq(any(select(ACCOUNT.age).where(AGE.eq(n)))),
                n -> AGE.eq(Sql.all(select(ACCOUNT.age).where(AGE.eq(n)))),
                n -> tuple(AGE, NAME).inRows(List.of(List.of(n, "x"))),
                n -> tuple(AGE, NAME).notInRows(List.of(List.of(n, "x"))),
                n -> tuple(AGE, NAME).eq(tuple(value(n), value("x"))),
                n -> AGE.eq(bind("a", INTEGER, n)),
                n -> AGE.eq(bind("b", INTEGER, n)),
                n -> AGE.boolOp("@@", n),
                n -> AGE.boolOp("&&", n),
                n -> AGE.boolOp(Operator.custom("@@", 5), value(n)),
                n -> and(AGE.eq(n), AGE.eq(n)),
                n -> or(AGE.eq(n), AGE.eq(n)),
                n -> or(AGE.eq(n), AGE.eq(n)).not(),
                n -> and(AGE.eq(n), AGE.eq(n), AGE.eq(n)));
    }

    private static List<IntFunction<SqlNode>> texts() {
        return List.of(
                n -> NAME.like("x" + n),
                n -> NAME.like("x" + n, '/'),
                n -> NAME.like("x" + n, '^'),
                n -> NAME.ilike("x" + n),
                n -> NAME.startsWith("x" + n),
                n -> NAME.endsWith("x" + n),
                n -> NAME.contains("x" + n),
                n -> NAME.icontains("x" + n),
                n -> NAME.contains("x" + n, LikeEscape.AUTO),
                n -> NAME.regexp("x" + n),
                n -> NAME.regexp("x" + n, "i"),
                n -> NAME.regexp("x" + n).not(),
                n -> NAME.match("x" + n),
                n -> NAME.concat("x" + n),
                n -> NAME.concat("x" + n).concat("y"),
                n -> NAME.collate("a").eq("x" + n),
                n -> NAME.collate("b").eq("x" + n),
                n -> text("a = :x").bind("x", n),
                n -> text("b = :x").bind("x", n),
                n -> text("a in :x").bind("x", List.of(n)),
                n -> text("a = :x").bind("x", n).columns(ACCOUNT.age),
                n -> text("a = :x").bind("x", n).columns(ACCOUNT.age, ACCOUNT.id));
    }

    private static List<IntFunction<SqlNode>> numbers() {
        return List.of(
                n -> AGE.plus(n),
                n -> AGE.plus(n).plus(n),
                n -> AGE.times(n),
                n -> AGE.minus(n),
                n -> AGE.divide(n),
                n -> AGE.floorDivide(n),
                n -> AGE.modulo(n),
                n -> AGE.plus(n).negated(),
                n -> AGE.plus(n).bitNot(),
                n -> AGE.bitAnd(n),
                n -> AGE.bitOr(n),
                n -> AGE.bitXor(n),
                n -> AGE.shiftLeft(n),
                n -> prefix(Operator.custom("@"), value(n), INTEGER),
                n -> ACCOUNT.created.plus(Duration.ofDays(n)),
                n -> ACCOUNT.created.minus(Duration.ofDays(n)),
                n -> ACCOUNT.data.at(n),
                n -> ACCOUNT.data.at("k" + n),
                n -> ACCOUNT.data.at(List.of("k", n)),
                n -> ACCOUNT.data.at(n).asString(),
                n -> ACCOUNT.data.at(n).asInteger(),
                n -> value(n),
                n -> value(n).cast(BIGINT),
                n -> value(n).cast(STRING),
                n -> value(n).tryCast(STRING),
                n -> value(n).typeCoerce(STRING),
                n -> value((long) n));
    }

    private static List<IntFunction<SqlNode>> functions() {
        return List.of(
                n -> func.coalesce(AGE, n),
                n -> func.nullif(AGE, n),
                n -> func.call("f", INTEGER, value(n)),
                n -> func.call("g", INTEGER, value(n)),
                n -> func.call("f", INTEGER, value(n), value(n)),
                n -> func.call("f", INTEGER, value(n)).distinct(),
                n -> func.call("f", INTEGER, value(n)).orderBy(AGE),
                n -> func.call("f", INTEGER, value(n)).withinGroup(AGE),
                n -> func.call("f", INTEGER, value(n)).withinGroup(AGE.desc()),
                n -> func.call("f", INTEGER).filter(AGE.eq(n)),
                n -> func.call("f", INTEGER).filter(AGE.eq(n)).filter(AGE.eq(n)),
                n -> func.extract(DatePart.YEAR, ACCOUNT.created).plus(n),
                n -> func.extract(DatePart.DAY, ACCOUNT.created).plus(n),
                n -> when(AGE.eq(n), n),
                n -> when(AGE.eq(n), n).otherwise(n),
                n -> when(AGE.eq(n), n).when(AGE.eq(n), n),
                n -> caseOf(AGE).when(n, value(n)).end(),
                n -> func.call("f", INTEGER, value(n)).table("v").column("v", INTEGER),
                n -> func.call("f", INTEGER, value(n)).table("w").column("w", INTEGER),
                n -> func.call("f", INTEGER, value(n)).columnValued("v"),
                n -> func.call("f", INTEGER, value(n))
                        .table("v")
                        .renderDerived()
                        .column("v", INTEGER),
                n -> func.call("f", INTEGER, value(n))
                        .table("v")
                        .withOrdinality("o")
                        .column("v", INTEGER));
    }

    private static List<IntFunction<SqlNode>> windows() {
        return List.of(
                n -> func.sum(AGE.plus(n)).over(),
                n -> func.sum(AGE).over(partitionBy(AGE.plus(n))),
                n -> func.sum(AGE).over(orderBy(AGE.plus(n))),
                n -> func.sum(AGE).over(orderBy(AGE).rows(preceding(n), CURRENT_ROW)),
                n -> func.sum(AGE).over(orderBy(AGE).range(preceding(n), CURRENT_ROW)),
                n -> func.sum(AGE).over(orderBy(AGE).groups(preceding(n), CURRENT_ROW)),
                n -> func.sum(AGE).over(orderBy(AGE).rows(preceding(n), following(n))),
                n -> func.sum(AGE).over(orderBy(AGE).rows(UNBOUNDED_PRECEDING, following(n))),
                n -> func.sum(AGE)
                        .over(orderBy(AGE).rows(preceding(n), CURRENT_ROW).exclude(FrameExclusion.TIES)),
                n -> func.sum(AGE)
                        .over(orderBy(AGE).rows(preceding(n), CURRENT_ROW).exclude(FrameExclusion.GROUP)));
    }

    @Test
    void otherValuesShareAKey() {
        for (IntFunction<SqlNode> shape : shapes()) {
            StructureKey one = StructureKey.of(shape.apply(1));
            StructureKey other = StructureKey.of(shape.apply(2));
            assertThat(one).as(Sql.class.getSimpleName()).isEqualTo(other).hasSameHashCodeAs(other);
            assertThat(one.cacheable()).isTrue();
        }
    }

    @Test
    void otherSqlHasAnotherKey() {
        Map<StructureKey, Integer> seen = new HashMap<>();
        List<IntFunction<SqlNode>> shapes = shapes();
        for (int i = 0; i < shapes.size(); i++) {
            Integer same = seen.put(StructureKey.of(shapes.get(i).apply(1)), i);
            assertThat(same).as("the shape that shares the key of shape %d", i).isNull();
        }
    }

    @Test
    void literalsAreAPartOfTheKey() {
        assertThat(StructureKey.of(inline(1, INTEGER))).isNotEqualTo(StructureKey.of(inline(2, INTEGER)));
        assertThat(StructureKey.of(literalColumn("a", INTEGER))).isNotEqualTo(StructureKey.of(column("a", INTEGER)));
        assertThat(StructureKey.of(ACCOUNT.active.eq(true))).isNotEqualTo(StructureKey.of(ACCOUNT.active.eq(false)));
        assertThat(StructureKey.of(AGE.eq(1))).isNotEqualTo(StructureKey.of(AGE.isNull()));
        assertThat(StructureKey.of(AGE.eq(nullOf(INTEGER)))).isEqualTo(StructureKey.of(AGE.isNull()));
    }

    @Test
    void oneTableFunctionUsedTwiceDiffersFromTwo() {
        var one = func.call("f", INTEGER).table("v");
        var other = func.call("f", INTEGER).table("v");
        NamedColumn<Integer> v = one.column("v", INTEGER);
        assertThat(StructureKey.of(select(v, v))).isNotEqualTo(StructureKey.of(select(v, other.column("v", INTEGER))));
    }

    @Test
    void customOperatorsOfOneTextAreEqual() {
        assertThat(Operator.custom("@@", 5)).isEqualTo(Operator.custom("@@", 5)).isNotEqualTo(Operator.custom("@@"));
        assertThat(Operator.custom("LIKE", 5)).isNotEqualTo(Operator.LIKE);
    }
}

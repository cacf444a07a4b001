package io.athanor.tests.kit.select;

import static io.athanor.sql.Sql.exists;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.literalColumn;
import static io.athanor.sql.Sql.not;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.type.SqlTypes.DOUBLE;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.engine.dialect.Capability;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.DerivedTable;
import io.athanor.sql.tree.Expression;
import io.athanor.sql.tree.Label;
import io.athanor.sql.tree.NamedColumn;
import io.athanor.sql.tree.TableSample;
import io.athanor.sql.tree.Values;
import io.athanor.tests.kit.KitSuite;
import io.athanor.tests.kit.Requires;
import org.junit.jupiter.api.Test;

/** Selects within selects: EXISTS, scalar and lateral subqueries, derived tables, VALUES. */
public abstract class SubquerySuite extends KitSuite {
    private final Table owner = table(
            "sub_owner",
            t -> t.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("name", string(20)));
    private final Table pet = table(
            "sub_pet",
            t -> t.column("id", INTEGER, c -> c.primaryKey().autoincrement(false))
                    .column("owner_id", INTEGER, c -> c.references("sub_owner.id"))
                    .column("age", INTEGER));
    private final NamedColumn<Integer> ownerId = column(owner, "id", INTEGER);
    private final NamedColumn<String> name = column(owner, "name", STRING);
    private final NamedColumn<Integer> petId = column(pet, "id", INTEGER);
    private final NamedColumn<Integer> key = column(pet, "owner_id", INTEGER);
    private final NamedColumn<Integer> age = column(pet, "age", INTEGER);

    /** Create the suite. */
    protected SubquerySuite() {}

    @Override
    protected void insertRows() {
        rows(owner, row(1, "ann"), row(2, "bob"), row(3, "cid"));
        rows(pet, row(1, 1, 5), row(2, 1, 7), row(3, 2, 2));
    }

    @Test
    void existsIsTrueOfARow() {
        assertThat(all(select(ownerId)
                        .where(select(petId).where(age.eq(7)).exists())
                        .orderBy(ownerId)))
                .containsExactly(1, 2, 3);
    }

    @Test
    void existsIsFalseOfNone() {
        assertThat(all(select(ownerId).where(exists(select(petId).where(age.eq(99))))))
                .isEmpty();
    }

    @Test
    void existsIsCorrelated() {
        assertThat(all(select(name)
                        .where(select(petId).where(key.eq(ownerId)).exists())
                        .orderBy(name)))
                .containsExactly("ann", "bob");
    }

    @Test
    void notExists() {
        assertThat(all(select(name)
                        .where(not(select(petId).where(key.eq(ownerId)).exists()))))
                .containsExactly("cid");
    }

    @Test
    void existsIsSelected() {
        assertThat(one(select(exists(select(petId)).label("any_pet")))).isTrue();
        assertThat(one(select(exists(select(petId).where(age.gt(50))).label("any_pet"))))
                .isFalse();
    }

    @Test
    void scalarSubquery() {
        assertThat(one(select(name).where(ownerId.eq(select(func.max(key)).scalarSubquery()))))
                .isEqualTo("bob");
    }

    @Test
    void scalarSubqueryIsCorrelated() {
        Expression<Long> pets =
                select(func.count()).from(pet).where(key.eq(ownerId)).scalarSubquery();
        assertThat(all(select(name, pets.label("pets")).orderBy(name)))
                .extracting(row -> row.get("pets", Long.class))
                .containsExactly(2L, 1L, 0L);
    }

    @Test
    void scalarSubqueryWithoutRowIsNull() {
        assertThat(one(select(
                                        name,
                                        select(age)
                                                .where(petId.eq(99))
                                                .scalarSubquery()
                                                .label("none"))
                                .where(ownerId.eq(1)))
                        .get("none", Integer.class))
                .isNull();
    }

    @Test
    void orderedByScalarSubquery() {
        Expression<Long> pets =
                select(func.count()).from(pet).where(key.eq(ownerId)).scalarSubquery();
        assertThat(all(select(name).orderBy(pets.desc()))).containsExactly("ann", "bob", "cid");
    }

    @Test
    void derivedTable() {
        DerivedTable old = select(petId, age).where(age.gt(4)).subquery("old_pets");
        assertThat(all(select(old.column(age)).orderBy(old.column(age)))).containsExactly(5, 7);
    }

    @Test
    void derivedTableWithoutName() {
        DerivedTable old = select(petId, age).where(age.gt(4)).subquery();
        assertThat(all(select(old.column(petId)).orderBy(old.column(petId)))).containsExactly(1, 2);
    }

    @Test
    void derivedTableOfExpression() {
        Label<Integer> twice = age.times(2).label("twice");
        DerivedTable sub = select(twice).subquery("twices");
        assertThat(one(select(func.max(sub.column(twice))))).isEqualTo(14);
    }

    @Test
    void derivedTableIsNested() {
        DerivedTable inner = select(petId, age).where(age.lt(7)).subquery("inner_pets");
        DerivedTable outer =
                select(inner.column(age)).where(inner.column(age).gt(2)).subquery("outer_pets");
        assertThat(all(select(outer.column(inner.column(age))))).containsExactly(5);
    }

    @Requires(Capability.QUANTIFIED_COMPARISONS)
    @Test
    void comparedWithAll() {
        assertThat(all(select(petId)
                        .where(age.ge(io.athanor.sql.Sql.all(select(age).where(key.eq(1)))))))
                .containsExactly(2);
    }

    @Requires(Capability.QUANTIFIED_COMPARISONS)
    @Test
    void comparedWithAny() {
        assertThat(all(select(petId)
                        .where(age.gt(io.athanor.sql.Sql.any(select(age))))
                        .orderBy(petId)))
                .containsExactly(1, 2);
    }

    @Requires(Capability.LATERAL)
    @Test
    void lateralSeesTheTableBeforeIt() {
        DerivedTable oldest = select(age)
                .where(key.eq(ownerId))
                .correlate(owner)
                .orderBy(age.desc())
                .limit(1)
                .lateral("oldest");
        assertThat(all(select(name, oldest.column(age))
                        .from(owner.join(oldest, value(1).eq(1)))
                        .orderBy(name)))
                .extracting(row -> row.get(1))
                .containsExactly(7, 2);
    }

    @Requires(Capability.LATERAL)
    @Test
    void leftJoinOfLateralKeepsRowsWithoutAny() {
        DerivedTable oldest = select(func.max(age).label("top"))
                .where(key.eq(ownerId))
                .correlate(owner)
                .lateral("oldest");
        assertThat(all(select(name, oldest.column("top", INTEGER))
                        .from(owner.leftJoin(oldest, value(1).eq(1)))
                        .orderBy(name)))
                .extracting(row -> row.get(1))
                .containsExactly(7, 2, null);
    }

    @Requires(Capability.TABLE_SAMPLES)
    @Test
    void wholeTableIsItsSample() {
        TableSample sample = TableSample.of(pet, func.call("bernoulli", DOUBLE, literalColumn("100", INTEGER)));
        assertThat(one(select(func.count()).from(sample))).isEqualTo(3L);
    }

    @Requires(Capability.VALUES_IN_FROM)
    @Test
    void valuesAreSelectedFrom() {
        Values values = Values.of(
                "v", v -> v.column("n", INTEGER).column("w", STRING).row(1, "x").row(2, "y"));
        assertThat(all(select(values.column("w", STRING))
                        .where(values.column("n", INTEGER).eq(2))))
                .containsExactly("y");
    }

    @Requires(Capability.VALUES_IN_FROM)
    @Test
    void valuesAreJoined() {
        Values values = Values.of("v", v -> v.column("n", INTEGER).row(1).row(3));
        assertThat(all(select(name)
                        .join(values, values.column("n", INTEGER).eq(ownerId))
                        .orderBy(name)))
                .containsExactly("ann", "cid");
    }
}

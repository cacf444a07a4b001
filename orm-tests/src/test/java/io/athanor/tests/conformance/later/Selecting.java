package io.athanor.tests.conformance.later;

import static io.athanor.orm.Orm.select;
import static io.athanor.sql.Sql.and;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.or;
import static io.athanor.sql.Sql.partitionBy;
import static io.athanor.sql.Sql.select;

import io.athanor.sql.tree.RowStatement;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.SelectStatement;
import java.util.function.Supplier;

/** What can be selected, and from where. */
final class Selecting {
    private final Steps steps;

    private Selecting(Steps steps) {
        this.steps = steps;
    }

    static void addTo(Steps steps) {
        Selecting selecting = new Selecting(steps);
        selecting.rows();
        selecting.groups();
        selecting.aliases();
        selecting.unions();
    }

    private void all(int step, Supplier<RowStatement<?>> statement) {
        steps.shows(step, () -> steps.session.execute(statement.get()).all());
    }

    private void rows() {
        steps.shows(61, () -> steps.session.execute(select(User.class)).first().orElse(null));
        steps.shows(62, () -> steps.session.scalars(select(User.class)).first().orElse(null));
        steps.shows(
                63,
                () -> steps.session
                        .execute(select(User_.name, User_.fullname))
                        .first()
                        .orElse(null));
        all(
                64,
                () -> select(User_.name, Address_.entity())
                        .where(User_.id.eq(Address_.userId))
                        .orderBy(Address_.id));
        all(
                65,
                () -> select(Address_.email)
                        .where(and(
                                or(User_.name.eq("squidward"), User_.name.eq("sandy")), Address_.userId.eq(User_.id))));
        all(
                66,
                () -> select(User.class)
                        .filterBy(User_.name, "spongebob")
                        .filterBy(User_.fullname, "Spongebob Squarepants"));
    }

    private void groups() {
        all(
                67,
                () -> select(User_.name, func.count(Address_.id).label("count"))
                        .join(Address_.entity())
                        .groupBy(User_.name)
                        .having(func.count(Address_.id).gt(1L)));
        var number = func.count(Address_.id).label("num_addresses");
        all(68, () -> select(Address_.userId, number).groupBy("user_id").orderBy(Address_.userId, number.desc()));
        all(
                72,
                () -> select(
                        User_.name,
                        select(func.count(Address_.id))
                                .where(User_.id.eq(Address_.userId))
                                .scalarSubquery()
                                .label("address_count")));
        all(
                85,
                () -> select(func.rowNumber().over(partitionBy(User_.name)), User_.name, Address_.email)
                        .from(User_.entity())
                        .join(Address_.entity()));
    }

    private static Select<Address> elsewhere() {
        return select(Address.class).where(Address_.email.notLike("%@aol.com"));
    }

    private void aliases() {
        all(69, () -> {
            var one = Address_.as();
            var other = Address_.as();
            return select(User.class)
                    .join(User_.addresses.as(one))
                    .where(one.email.eq("sandy@sqlalchemy.org"))
                    .join(User_.addresses.as(other))
                    .where(other.email.eq("sandy@squirrelpower.org"));
        });
        all(70, () -> {
            var some = Address_.as(elsewhere().subquery());
            return select(User_.entity(), some).join(User_.addresses.as(some)).orderBy(User_.id, some.id);
        });
        all(71, () -> {
            var some = Address_.as(elsewhere().cte("anon_1"));
            return select(User_.entity(), some).join(User_.addresses.as(some)).orderBy(User_.id, some.id);
        });
    }

    private static SelectStatement<User> sandyAndSpongebob() {
        return select(User.class)
                .where(User_.name.eq("sandy"))
                .unionAll(select(User.class).where(User_.name.eq("spongebob")));
    }

    private void unions() {
        steps.shows(
                73,
                () -> steps.session
                        .query(User.class)
                        .fromStatement(sandyAndSpongebob())
                        .all());
        all(74, () -> {
            var both = User_.as(sandyAndSpongebob().subquery());
            return select(both).orderBy(both.id);
        });
    }
}

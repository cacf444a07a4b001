package io.athanor.tests.conformance.later;

import static io.athanor.orm.Orm.select;
import static io.athanor.orm.Orm.withParent;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.not;
import static io.athanor.sql.Sql.select;

import io.athanor.sql.tree.Expression;
import java.util.function.Supplier;

/** EXISTS and the operators of relationships. */
final class Conditions {
    private final Steps steps;
    private User sandy;
    private Address address;

    private Conditions(Steps steps) {
        this.steps = steps;
    }

    static void addTo(Steps steps) {
        Conditions conditions = new Conditions(steps);
        conditions.exists();
        conditions.relationships();
        conditions.objects();
    }

    private void exists() {
        steps.shows(
                75,
                () -> steps.session
                        .execute(select(User_.name)
                                .where(select(func.count(Address_.id))
                                        .where(User_.id.eq(Address_.userId))
                                        .groupBy(Address_.userId)
                                        .having(func.count(Address_.id).gt(1L))
                                        .exists()))
                        .all());
        steps.shows(
                76,
                () -> steps.session
                        .execute(select(User_.name)
                                .where(not(select(Address_.id)
                                        .where(User_.id.eq(Address_.userId))
                                        .exists())))
                        .all());
    }

    private void users(int step, Supplier<Expression<Boolean>> condition) {
        steps.shows(
                step,
                () -> steps.session
                        .execute(select(User_.fullname).where(condition.get()))
                        .all());
    }

    private void relationships() {
        users(77, () -> User_.addresses.any(Address_.email.eq("pearl.krabs@gmail.com")));
        users(78, () -> not(User_.addresses.any()));
        steps.shows(
                79,
                () -> steps.session
                        .execute(select(Address_.email).where(Address_.user.has(User_.name.eq("sandy"))))
                        .all());
        steps.shows(
                84,
                () -> steps.session
                        .execute(select(User_.fullname)
                                .join(User_.addresses.on(Address_.email.eq("pearl.krabs@gmail.com"))))
                        .all());
    }

    private void addresses(int step, Supplier<Expression<Boolean>> condition) {
        steps.shows(
                step,
                () -> steps.session
                        .execute(select(Address.class).where(condition.get()))
                        .all());
    }

    /** Sandy and her first address are in the identity map by now. */
    private void objects() {
        addresses(80, () -> {
            sandy = steps.session.getOne(User.class, 2);
            return Address_.user.eq(sandy);
        });
        addresses(81, () -> Address_.user.ne(sandy));
        steps.shows(82, () -> {
            address = steps.session.getOne(Address.class, 2);
            return steps.session
                    .execute(select(User.class).where(User_.addresses.contains(address)))
                    .all();
        });
        addresses(83, () -> withParent(sandy, User_.addresses));
    }
}

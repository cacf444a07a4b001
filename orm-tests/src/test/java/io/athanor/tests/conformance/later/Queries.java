package io.athanor.tests.conformance.later;

import static io.athanor.orm.Orm.joinedLoad;
import static io.athanor.orm.Orm.subqueryLoad;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.not;

import io.athanor.orm.query.Query;
import java.util.List;

/** What the older tutorial does, by the later version. */
final class Queries {
    private final Steps steps;

    private Queries(Steps steps) {
        this.steps = steps;
    }

    static void addTo(Steps steps) {
        Queries queries = new Queries(steps);
        queries.conditions();
        queries.loading();
    }

    private Query<User> users() {
        return steps.session.query(User.class);
    }

    private void conditions() {
        steps.shows(97, () -> users().filterBy(User_.name, "ed").first().orElse(null));
        steps.shows(98, () -> users().orderBy(User_.id).slice(1, 3).all());
        steps.shows(99, () -> users().filter(User_.name.like("%ed")).count());
        steps.shows(100, () -> users().filter(User_.name.in(List.of())).all());
        steps.shows(101, () -> users().filter(User_.name.notIn(List.of())).all());
        steps.shows(102, () -> users().filter(User_.name.ilike("%ED%")).all());
        steps.shows(103, () -> users().filter(not(User_.name.eq("ed"))).all());
    }

    private void loading() {
        steps.shows(
                104,
                () -> users().options(joinedLoad(User_.addresses))
                        .orderBy(User_.name)
                        .limit(2)
                        .map(User::name)
                        .all());
        steps.shows(
                105,
                () -> users().options(subqueryLoad(User_.addresses))
                        .filterBy(User_.name, "sandy")
                        .all());
        steps.shows(106, () -> {
            var address = Address_.as();
            return steps.session
                    .query(User_.name, address.email)
                    .join(User_.addresses.as(address))
                    .filter(address.email.like("s%"))
                    .all();
        });
        steps.shows(
                107,
                () -> steps.session
                        .query(func.count())
                        .selectFrom(User_.entity())
                        .scalar());
        steps.does(108, () -> steps.session.close());
    }
}

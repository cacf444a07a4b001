package io.athanor.tests.conformance.later;

import static io.athanor.orm.Orm.containsEager;
import static io.athanor.orm.Orm.joinedLoad;
import static io.athanor.orm.Orm.raiseLoad;
import static io.athanor.orm.Orm.select;
import static io.athanor.orm.Orm.selectinLoad;
import static io.athanor.orm.Orm.subqueryLoad;
import static io.athanor.sql.Sql.select;

import io.athanor.sql.tree.Select;
import java.util.List;
import java.util.function.Function;

/** Relationships in queries, and the strategies by which they are loaded. */
final class Loading {
    private final Steps steps;

    private Loading(Steps steps) {
        this.steps = steps;
    }

    static void addTo(Steps steps) {
        Loading loading = new Loading(steps);
        loading.joins();
        loading.toOne();
        loading.toMany();
        loading.others();
    }

    private void joins() {
        steps.shows(
                51,
                () -> steps.session
                        .execute(select(Address_.email).from(User_.entity()).join(User_.addresses))
                        .all());
        steps.shows(
                52,
                () -> steps.session
                        .execute(select(Address_.email).from(User_.entity()).join(Address_.entity()))
                        .all());
        steps.shows(
                53,
                () -> told(
                        steps.session
                                .execute(select(User.class)
                                        .options(selectinLoad(User_.addresses))
                                        .orderBy(User_.id))
                                .all(),
                        user -> Steps.emails(user.addresses())));
    }

    private List<List<String>> owners(Select<Address> select) {
        return steps.session.execute(select.orderBy(Address_.id)).all().stream()
                .map(address -> List.of(address.email(), address.user().name()))
                .toList();
    }

    private static Select<Address> ofPearl() {
        return select(Address.class).join(Address_.user).where(User_.name.eq("pkrabs"));
    }

    private void toOne() {
        steps.shows(
                54,
                () -> owners(
                        select(Address.class).options(joinedLoad(Address_.user).innerJoin())));
        steps.shows(55, () -> owners(ofPearl().options(containsEager(Address_.user))));
        steps.shows(56, () -> owners(ofPearl().options(joinedLoad(Address_.user))));
    }

    private List<List<Object>> numbers(List<User> users) {
        return told(users, user -> user.addresses().size());
    }

    /** As in the tutorial nobody holds the users afterwards, but those that have names there. */
    private List<List<Object>> told(List<User> users, Function<User, Object> last) {
        List<List<Object>> told = users.stream()
                .map(user -> List.of(user.name(), last.apply(user)))
                .toList();
        users.stream().filter(user -> user.name().equals("spongebob")).forEach(steps.session::expunge);
        return told;
    }

    private void toMany() {
        Select<User> joined = select(User.class).options(joinedLoad(User_.addresses));
        steps.shows(57, () -> numbers(steps.session.scalars(joined).all()));
        steps.shows(58, () -> numbers(steps.session.scalars(joined).unique().all()));
    }

    private void others() {
        steps.shows(59, () -> {
            User user = steps.session
                    .scalars(select(User.class)
                            .options(raiseLoad(User_.addresses))
                            .slice(0, 1))
                    .one();
            try {
                return user.addresses().size();
            } finally {
                steps.session.expunge(user);
            }
        });
        steps.shows(
                60,
                () -> numbers(steps.session
                        .scalars(select(User.class)
                                .options(subqueryLoad(User_.addresses))
                                .orderBy(User_.id))
                        .all()));
    }
}

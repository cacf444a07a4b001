package io.athanor.examples.core;

import static io.athanor.examples.core.Schema.ACCOUNT;
import static io.athanor.sql.Sql.func;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.text;
import static java.util.Objects.requireNonNull;

import io.athanor.engine.Connection;
import io.athanor.examples.Checks;
import io.athanor.sql.tree.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be made of the rows of a query. */
final class Results {
    private static final Person ANN = new Person("ann", 2);

    private final Connection connection;
    private final Checks checks;

    Results(Connection connection, Checks checks) {
        this.connection = connection;
        this.checks = checks;
    }

    void run() {
        values();
        mapped();
        streamed();
        texts();
    }

    private void values() {
        List<String> names =
                connection.execute(select(ACCOUNT.name).orderBy(ACCOUNT.name)).all();
        checks.show("names", names, List.of("ann", "bob", "cyd", "ed"));
        Optional<String> first =
                connection.execute(select(ACCOUNT.name).orderBy(ACCOUNT.name)).first();
        checks.show("first", first, Optional.of("ann"));
        Integer one =
                connection.execute(select(ACCOUNT.age).where(ACCOUNT.id.eq(1))).one();
        checks.show("one", one, 2);
        Long count = connection.execute(select(func.count(ACCOUNT.id))).scalar();
        checks.show("count", count, 4L);
        Row row = connection
                .execute(select(ACCOUNT.name, ACCOUNT.age).where(ACCOUNT.id.eq(1)))
                .one();
        checks.show("by name", row.get("name", String.class), "ann");
        checks.show("by index", row.get(1, Integer.class), 2);
    }

    private static Person person(Row row) {
        return new Person(requireNonNull(row.get(ACCOUNT.name)), requireNonNull(row.get(ACCOUNT.age)));
    }

    private void mapped() {
        var ann = select(ACCOUNT.name, ACCOUNT.age).where(ACCOUNT.name.eq("ann"));
        checks.show("mapped", connection.execute(ann).map(Results::person).all(), List.of(ANN));
        checks.show(
                "mapped inside", connection.execute(ann.map(Results::person)).all(), List.of(ANN));
        List<NameAge> records = connection.execute(ann.into(NameAge.class)).all();
        checks.show("as records", records, List.of(new NameAge("ann", 2)));
        List<Map<String, Object>> maps = connection.execute(ann).map(Row::asMap).all();
        checks.show("as a map", maps, List.of(Map.of("name", "ann", "age", 2)));
    }

    private void streamed() {
        Map<String, Integer> ages;
        try (Stream<Row> rows = connection.execute(select(ACCOUNT.name, ACCOUNT.age)).stream()) {
            ages = rows.collect(Collectors.toMap(r -> r.get(ACCOUNT.name), r -> r.get(ACCOUNT.age)));
        }
        checks.show("ages", ages, Map.of("ann", 2, "bob", 40, "cyd", 70, "ed", 4));
        List<Integer> sizes = new ArrayList<>();
        try (Stream<List<String>> parts =
                connection.yieldPer(3).execute(select(ACCOUNT.name)).partitions(3)) {
            parts.forEach(part -> sizes.add(part.size()));
        }
        checks.show("sizes of partitions", sizes, List.of(3, 1));
    }

    private void texts() {
        List<String> texts = connection
                .execute(text("select name from account where age > :a order by name")
                        .bind("a", 3)
                        .columns(ACCOUNT.name))
                .all();
        checks.show("by text", texts, List.of("bob", "cyd", "ed"));
    }
}

package io.athanor.examples.core;

import static io.athanor.sql.Sql.*;
import static io.athanor.sql.type.SqlTypes.*;

import io.athanor.engine.*;
import io.athanor.sql.schema.*;
import io.athanor.sql.tree.*;
import java.util.*;
import java.util.stream.*;

final class Core {
    static final MetaData meta = new MetaData();
    static final Account account = Table.typed(meta, "account", Account::new);          // a class: columns are fields
    static final Item item = Table.typed(meta, "item", Item::new);
    static final Table node = Table.of(meta, "node", t -> t                                // a builder: columns asked for by name and type
        .column("id", INTEGER, c -> c.primaryKey()).column("parent_id", INTEGER, c -> c.references("node.id")).column("label", string(30)));
    static final Column<Integer> nodeId = node.column("id", INTEGER), parentId = node.column("parent_id", INTEGER);
    static final Column<String> label = node.column("label", STRING);
    record Person(String name, int age) { }

    void dml(Connection c) {
        c.execute(insert(account).set(account.name, "ed").set(account.created, func.now()).setNull(account.fullName));
        c.execute(update(account).setNull(account.fullName).set(account.age, select(func.max(item.qty)).where(item.accountId.eq(account.id)).scalarSubquery()));
    }

    void results(Connection c) {
        List<String> names = c.execute(select(account.name)).all();
        Optional<String> first = c.execute(select(account.name)).first();
        Integer one = c.execute(select(account.age).where(account.id.eq(1))).one();
        Long count = c.execute(select(func.count(account.id))).scalar();
        List<Person> mapped = c.execute(select(account.name, account.age)).map(r -> new Person(r.get(account.name), r.get(account.age))).all();
        List<Map<String, Object>> maps = c.execute(select(account.name, account.age)).map(Row::asMap).all();
        Map<String, Integer> ages;
        try (Stream<Row> rows = c.execute(select(account.name, account.age)).stream()) {
            ages = rows.collect(Collectors.toMap(r -> r.get(account.name), r -> r.get(account.age)));
        }
        c.yieldPer(500).execute(select(account.name)).partitions(500).forEach(part -> say(part.size()));
        Row row = c.execute(select(account.name, account.age)).one();
        String byName = row.get("name", String.class); int byIndex = row.get(1, Integer.class);
        say(names, first, one, count, mapped, maps, ages, byName, byIndex);
    }

    /** Dynamic SQL: conditions collected at run time, unknown columns. */
    void dynamic(Connection c, Optional<String> name, Optional<Integer> minAge, String sortBy) {
        List<Condition> where = new ArrayList<>();
        name.ifPresent(n -> where.add(account.name.eq(n)));
        minAge.ifPresent(a -> where.add(account.age.ge(a)));
        List<Expression<?>> columns = new ArrayList<>(List.of(account.id, account.name));
        columns.add(account.age);
        Select<Row> s = select(columns.toArray(new Expression<?>[0])).where(and(where)).orderBy(account.column(sortBy));
        c.execute(s).all();
    }
    static void say(Object... o) { }
}

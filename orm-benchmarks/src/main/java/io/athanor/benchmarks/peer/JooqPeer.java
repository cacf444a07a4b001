package io.athanor.benchmarks.peer;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.jooq.Batch;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** jOOQ, with tables stated by hand as its generator would. */
public final class JooqPeer implements Peer {
    private static final Table<Record> USERS = table(DSL.name("users"));
    private static final Table<Record> ADDRESSES = table(DSL.name("addresses"));
    private static final Field<Integer> ID = field(DSL.name("users", "id"), SQLDataType.INTEGER);
    private static final Field<String> NAME = field(DSL.name("users", "name"), SQLDataType.VARCHAR);
    private static final Field<String> FULLNAME = field(DSL.name("users", "fullname"), SQLDataType.VARCHAR);
    private static final Field<Integer> AGE = field(DSL.name("users", "age"), SQLDataType.INTEGER);
    private static final Field<LocalDateTime> CREATED = field(DSL.name("users", "created"), SQLDataType.LOCALDATETIME);
    private static final Field<BigDecimal> BALANCE = field(DSL.name("users", "balance"), SQLDataType.NUMERIC(10, 2));
    private static final Field<Integer> USER_ID = field(DSL.name("addresses", "user_id"), SQLDataType.INTEGER);
    private static final Field<String> EMAIL = field(DSL.name("addresses", "email"), SQLDataType.VARCHAR);
    private static final int ROWS = 500;

    private final DSLContext context;
    private final boolean hasOneKey;

    private record User(int id, String name, String fullname, int age, LocalDateTime created, BigDecimal balance) {}

    private record ByAge(int age, long count, BigDecimal balance, String name) {}

    /** Create the peer. */
    public JooqPeer(DataSource source, Platform platform) {
        hasOneKey = platform == Platform.SQLITE;
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        context = DSL.using(
                source,
                platform == Platform.SQLITE ? SQLDialect.SQLITE : SQLDialect.H2,
                new Settings().withExecuteLogging(false).withRenderQuotedNames(org.jooq.conf.RenderQuotedNames.NEVER));
    }

    @Override
    public String name() {
        return "jooq";
    }

    private long unit(ToLongFunction<DSLContext> work) {
        return context.transactionResult(inner -> work.applyAsLong(inner.dsl()));
    }

    @Override
    public long insert(List<Person> people) {
        return unit(dsl -> {
            long keys = 0;
            // Of several rows on SQLite it tells one key only.
            int rows = hasOneKey ? 1 : ROWS;
            for (int from = 0; from < people.size(); from += rows) {
                var insert = dsl.insertInto(USERS, NAME, FULLNAME, AGE, CREATED, BALANCE);
                for (Person person : people.subList(from, Math.min(from + rows, people.size()))) {
                    insert = insert.values(
                            person.name(), person.fullname(), person.age(), person.created(), person.balance());
                }
                keys += insert.returning(ID).fetch().size();
            }
            return keys;
        });
    }

    private static List<User> all(DSLContext dsl) {
        return dsl.select(ID, NAME, FULLNAME, AGE, CREATED, BALANCE)
                .from(USERS)
                .fetch(row ->
                        new User(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
    }

    @Override
    public long load() {
        return unit(dsl -> all(dsl).stream().mapToLong(User::age).sum());
    }

    @Override
    public long get(int users) {
        return unit(dsl -> {
            long sum = 0;
            for (int id = 1; id <= users; id++) {
                sum += dsl.select(ID, NAME, FULLNAME, AGE, CREATED, BALANCE)
                        .from(USERS)
                        .where(ID.eq(id))
                        .fetchOne(row -> new User(
                                row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()))
                        .age();
            }
            return sum;
        });
    }

    @Override
    public long change(int divisor) {
        return unit(dsl -> {
            var batch = dsl.batch(dsl.update(USERS).set(AGE, (Integer) null).where(ID.eq((Integer) null)));
            long changed = 0;
            for (User user : all(dsl)) {
                if (user.id() % divisor == 0) {
                    batch = batch.bind(user.age() + 1, user.id());
                    changed++;
                }
            }
            batch.execute();
            return changed;
        });
    }

    private static long lengths(Iterable<? extends List<String>> emails) {
        long sum = 0;
        for (List<String> each : emails) {
            for (String email : each) {
                sum += email.length();
            }
        }
        return sum;
    }

    @Override
    public long joined(int users) {
        return unit(dsl -> {
            Map<Integer, Result<Record>> groups = dsl.select(List.of(ID, NAME, FULLNAME, AGE, CREATED, BALANCE, EMAIL))
                    .from(USERS)
                    .leftJoin(ADDRESSES)
                    .on(USER_ID.eq(ID))
                    .where(ID.le(users))
                    .fetchGroups(ID);
            return lengths(
                    groups.values().stream().map(rows -> rows.getValues(EMAIL)).toList());
        });
    }

    @Override
    public long selectIn(int users) {
        return unit(dsl -> {
            List<User> found = dsl.select(ID, NAME, FULLNAME, AGE, CREATED, BALANCE)
                    .from(USERS)
                    .where(ID.le(users))
                    .fetch(row -> new User(
                            row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
            List<Integer> ids = found.stream().map(User::id).toList();
            long sum = 0;
            for (int from = 0; from < ids.size(); from += ROWS) {
                Map<Integer, List<String>> groups = dsl.select(USER_ID, EMAIL)
                        .from(ADDRESSES)
                        .where(USER_ID.in(ids.subList(from, Math.min(from + ROWS, ids.size()))))
                        .fetchGroups(USER_ID, EMAIL);
                sum += lengths(groups.values());
            }
            return sum;
        });
    }

    @Override
    public long lazy(int users) {
        return unit(dsl -> {
            List<User> found = dsl.select(ID, NAME, FULLNAME, AGE, CREATED, BALANCE)
                    .from(USERS)
                    .where(ID.le(users))
                    .fetch(row -> new User(
                            row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
            List<List<String>> emails = new ArrayList<>();
            for (User user : found) {
                emails.add(dsl.select(EMAIL)
                        .from(ADDRESSES)
                        .where(USER_ID.eq(user.id()))
                        .fetch(EMAIL));
            }
            return lengths(emails);
        });
    }

    @Override
    public long project() {
        return unit(dsl -> dsl
                .select(AGE, count(), sum(BALANCE), max(NAME))
                .from(USERS)
                .groupBy(AGE)
                .fetch(row -> new ByAge(row.value1(), row.value2(), row.value3(), row.value4()))
                .stream()
                .mapToLong(group -> group.age() + group.count())
                .sum());
    }

    @Override
    public long query(int times) {
        return unit(dsl -> {
            long found = 0;
            for (int n = 1; n <= times; n++) {
                found += dsl.select(NAME, EMAIL)
                        .from(USERS)
                        .join(ADDRESSES)
                        .on(USER_ID.eq(ID))
                        .where(AGE.ge(n % 10))
                        .and(BALANCE.lt(BigDecimal.valueOf(500)))
                        .and(EMAIL.like("name%"))
                        .and(ID.in(n, n + 1, n + 2))
                        .orderBy(NAME, EMAIL)
                        .limit(10)
                        .fetch()
                        .size();
            }
            return found;
        });
    }

    @Override
    public long delete() {
        return unit(dsl -> {
            List<User> users = all(dsl);
            var batch = dsl.batch(dsl.deleteFrom(USERS).where(ID.eq((Integer) null)));
            for (User user : users) {
                batch = batch.bind(user.id());
            }
            ((Batch) batch).execute();
            return users.size();
        });
    }

    @Override
    public Held hold() {
        List<User> users = all(context);
        return new Held() {
            @Override
            public Object objects() {
                return users;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void close() {}
}

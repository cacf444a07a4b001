package io.athanor.tests.kit.orm;

import static io.athanor.sql.Sql.text;
import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.NUMERIC;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.TIMESTAMP;
import static io.athanor.sql.type.SqlTypes.numeric;
import static io.athanor.sql.type.SqlTypes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.engine.error.NotNullViolationException;
import io.athanor.orm.mapper.Attribute;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.tests.kit.KitSuite;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The ORM's unit of work upon the dialect. */
public abstract class SessionSuite extends KitSuite {
    private final MetaData metadata = new MetaData();
    private final Table items = Table.of(
            metadata,
            "kit_items",
            t -> t.column("id", INTEGER, c -> c.primaryKey())
                    .column("name", string(50), c -> c.notNull())
                    .column("count_of", INTEGER)
                    .column("price", numeric(10, 2))
                    .column("created", TIMESTAMP));
    private final Mapping<Item> mapping = Mapping.of(Item.class, items, Item::new)
            .property("id", items.column("id", INTEGER), Item::id, Item::id)
            .property("name", items.column("name", STRING), Item::name, Item::name)
            .property("count", items.column("count_of", INTEGER), Item::count, Item::count)
            .property("price", items.column("price", NUMERIC), Item::price, Item::price)
            .property("created", items.column("created", TIMESTAMP), Item::created, Item::created);
    private final Registry registry = Registry.of(metadata).with(mapping);
    private final Attribute<Item, String> name = Attribute.of(Item.class, "name", String.class);

    /** Create the suite. */
    protected SessionSuite() {}

    /** A class that knows nothing of databases. */
    static final class Item {
        private @Nullable Integer id;
        private @Nullable String name;
        private @Nullable Integer count;
        private @Nullable BigDecimal price;
        private @Nullable LocalDateTime created;

        static Item of(String name) {
            Item item = new Item();
            item.name(name);
            return item;
        }

        @Nullable Integer id() {
            return id;
        }

        void id(@Nullable Integer value) {
            id = value;
        }

        @Nullable String name() {
            return name;
        }

        void name(@Nullable String value) {
            name = value;
        }

        @Nullable Integer count() {
            return count;
        }

        void count(@Nullable Integer value) {
            count = value;
        }

        @Nullable BigDecimal price() {
            return price;
        }

        void price(@Nullable BigDecimal value) {
            price = value;
        }

        @Nullable LocalDateTime created() {
            return created;
        }

        void created(@Nullable LocalDateTime value) {
            created = value;
        }
    }

    private SessionFactory sessions() {
        create(metadata);
        return SessionFactory.of(engine(), registry);
    }

    @Test
    void newInstanceIsInsertedAndKnowsItsKey() {
        SessionFactory sessions = sessions();
        Item item = Item.of("first");
        sessions.transaction(session -> session.add(item));
        assertThat(Objects.requireNonNull(item.id())).isPositive();
        assertThat(all(text("SELECT name FROM kit_items"))).hasSize(1);
    }

    @Test
    void everyAttributeIsLoaded() {
        SessionFactory sessions = sessions();
        Item item = Item.of("it's");
        item.count(7);
        item.price(new BigDecimal("12.50"));
        item.created(LocalDateTime.of(2024, 1, 2, 3, 4, 5));
        sessions.transaction(session -> session.add(item));
        try (Session session = sessions.open()) {
            Item found = session.getOne(Item.class, Objects.requireNonNull(item.id()));
            assertThat(found).isNotSameAs(item);
            assertThat(found.name()).isEqualTo("it's");
            assertThat(found.count()).isEqualTo(7);
            assertThat(found.price()).isEqualByComparingTo("12.50");
            assertThat(found.created()).isEqualTo(LocalDateTime.of(2024, 1, 2, 3, 4, 5));
        }
    }

    @Test
    void sameRowIsTheSameInstance() {
        SessionFactory sessions = sessions();
        sessions.transaction(session -> session.add(Item.of("one")));
        try (Session session = sessions.open()) {
            Item first = session.query(Item.class).one();
            assertThat(session.query(Item.class).filter(name.eq("one")).one()).isSameAs(first);
        }
    }

    @Test
    void manyInstancesGetTheirKeysInOrder() {
        SessionFactory sessions = sessions();
        List<Item> many =
                IntStream.range(0, 1_000).mapToObj(i -> Item.of("item" + i)).toList();
        sessions.transaction(session -> session.addAll(many));
        assertThat(many)
                .extracting(Item::id)
                .doesNotContainNull()
                .doesNotHaveDuplicates()
                .isSorted();
        try (Session session = sessions.open()) {
            for (int i : new int[] {0, 1, 499, 998, 999}) {
                assertThat(session.getOne(
                                        Item.class,
                                        Objects.requireNonNull(many.get(i).id()))
                                .name())
                        .isEqualTo("item" + i);
            }
            assertThat(session.query(Item.class).count()).isEqualTo(1_000);
        }
    }

    @Test
    void instancesOfDifferentColumnsGetTheirKeys() {
        SessionFactory sessions = sessions();
        List<Item> mixed = IntStream.range(0, 40)
                .mapToObj(i -> {
                    Item item = Item.of("mixed" + i);
                    if (i % 3 == 0) {
                        item.count(i);
                    }
                    return item;
                })
                .toList();
        sessions.transaction(session -> session.addAll(mixed));
        try (Session session = sessions.open()) {
            for (Item item : mixed) {
                Item found = session.getOne(Item.class, Objects.requireNonNull(item.id()));
                assertThat(found.name()).isEqualTo(item.name());
                assertThat(found.count()).isEqualTo(item.count());
            }
        }
    }

    @Test
    void changeIsWritten() {
        SessionFactory sessions = sessions();
        sessions.transaction(session -> session.add(Item.of("old")));
        sessions.transaction(session -> session.query(Item.class).one().name("new"));
        assertThat(all(text("SELECT name FROM kit_items")).get(0).get(0)).isEqualTo("new");
    }

    @Test
    void deletedInstanceIsGone() {
        SessionFactory sessions = sessions();
        sessions.transaction(session -> session.add(Item.of("old")));
        sessions.transaction(session -> session.delete(session.query(Item.class).one()));
        assertThat(all(text("SELECT name FROM kit_items"))).isEmpty();
    }

    @Test
    void rollbackForgetsInstances() {
        SessionFactory sessions = sessions();
        try (Session session = sessions.open()) {
            session.add(Item.of("never"));
            session.flush();
            session.rollback();
            assertThat(session.query(Item.class).all()).isEmpty();
        }
    }

    @Test
    void constraintFailsTheFlush() {
        SessionFactory sessions = sessions();
        try (Session session = sessions.open()) {
            session.add(new Item());
            assertThatThrownBy(session::flush).isInstanceOf(NotNullViolationException.class);
            session.rollback();
            session.add(Item.of("well"));
            session.commit();
        }
        assertThat(all(text("SELECT name FROM kit_items"))).hasSize(1);
    }

    @Test
    void queriesFilterOrderAndLimit() {
        SessionFactory sessions = sessions();
        sessions.transaction(
                session -> session.addAll(List.of(Item.of("c"), Item.of("a"), Item.of("b"), Item.of("d"))));
        try (Session session = sessions.open()) {
            assertThat(session.query(Item.class)
                            .filter(name.ne("d"))
                            .orderBy(name)
                            .slice(1, 3)
                            .all())
                    .extracting(Item::name)
                    .containsExactly("b", "c");
        }
    }
}

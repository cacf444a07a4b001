package io.athanor.examples.shop;

import static io.athanor.sql.type.SqlTypes.INTEGER;
import static io.athanor.sql.type.SqlTypes.STRING;
import static io.athanor.sql.type.SqlTypes.string;

import io.athanor.engine.Engine;
import io.athanor.examples.Checks;
import io.athanor.orm.mapper.Attribute;
import io.athanor.orm.mapper.Registry;
import io.athanor.orm.mapping.Mapping;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import io.athanor.sql.schema.Table;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.List;

/**
 * Mapping that is out of the ordinary, on SQLite in memory or on another database: a class that knows nothing of the library,
 * a key of two fields, a type of the application's own. Each value that is shown is checked. Stateless.
 *
 * @since 0.1.0
 */
public final class ShopMain {
    private static final Attribute<Point, String> POINT_NAME = Attribute.of(Point.class, "name", String.class);

    private ShopMain() {}

    /**
     * Run the example.
     *
     * @param args the URLs of empty databases; none for SQLite in memory
     */
    public static void main(String[] args) {
        for (String url : args.length == 0 ? List.of("sqlite:///:memory:") : List.of(args)) {
            System.out.println(run(url, System.out) + " values shown, all as expected");
        }
    }

    static int run(String url, PrintStream out) {
        try (Engine engine = Engine.create(url)) {
            Checks checks = new Checks(engine, out);
            Registry registry = registry();
            registry.metadata().createAll(engine);
            SessionFactory sessions = SessionFactory.of(engine, registry);
            sessions.transaction(session -> points(session, checks));
            sessions.transaction(ShopMain::storeLines);
            sessions.transaction(session -> keys(session, checks));
            sessions.transaction(session -> values(session, checks));
            registry.metadata().dropAll(engine);
            return checks.shown();
        }
    }

    /** Functions say how a property is read and written, so a wrong type does not compile and nothing is opened. */
    private static Registry registry() {
        Registry lines = Registry.of(OrderLine.class);
        Table points = Table.of(
                lines.metadata(),
                "points",
                t -> t.column("id", INTEGER, c -> c.primaryKey()).column("name", string(20)));
        return lines.with(Mapping.of(Point.class, points, Point::new)
                .property("id", points.column("id", INTEGER), Point::id, Point::id)
                .property("name", points.column("name", STRING), Point::name, Point::name));
    }

    private static Point point(int id, String name) {
        Point point = new Point();
        point.id(id);
        point.name(name);
        return point;
    }

    private static void points(Session session, Checks checks) {
        session.addAll(List.of(point(1, "north"), point(2, "south")));
        List<Point> found =
                session.query(Point.class).filter(POINT_NAME.startsWith("n")).all();
        checks.show("points", found.stream().map(Point::name).toList(), List.of("north"));
        found.get(0).name("north pole");
        checks.show(
                "changed points", session.query(POINT_NAME).orderBy(POINT_NAME).all(), List.of("north pole", "south"));
    }

    private static void storeLines(Session session) {
        session.add(new OrderLine(new LineKey(1, 1), new BigDecimal("9.50"), new Email("a@b.c")));
        session.add(new OrderLine(new LineKey(1, 2), new BigDecimal("12.00"), new Email("d@e.f")));
    }

    private static void keys(Session session, Checks checks) {
        OrderLine byRecord = session.get(OrderLine.class, new LineKey(1, 2)).orElseThrow();
        OrderLine byList = session.get(OrderLine.class, List.of(1, 2)).orElseThrow();
        checks.show("one object by both keys", byRecord == byList, true);
        checks.show("line", byRecord.toString(), "1/2 12 EUR");
        checks.show(
                "a key that is not there",
                session.get(OrderLine.class, List.of(2, 1)).isPresent(),
                false);
    }

    private static void values(Session session, Checks checks) {
        List<OrderLine> dear = session.query(OrderLine.class)
                .filter(OrderLine_.amount.gt(new BigDecimal("9.99")), OrderLine_.currency.eq("EUR"))
                .all();
        checks.show("dear lines", dear.stream().map(OrderLine::key).toList(), List.of(new LineKey(1, 2)));
        OrderLine line = session.query(OrderLine.class)
                .filter(OrderLine_.contact.eq(new Email("a@b.c")))
                .one();
        line.contact(new Email("new@b.c"));
        checks.show(
                "contacts",
                session.query(OrderLine_.contact).orderBy(OrderLine_.number).all(),
                List.of(new Email("new@b.c"), new Email("d@e.f")));
        checks.show(
                "sum of amounts",
                session.query(OrderLine.class).all().stream()
                        .map(OrderLine::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .compareTo(new BigDecimal("21.5")),
                0);
    }
}

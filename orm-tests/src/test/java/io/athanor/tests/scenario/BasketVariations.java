package io.athanor.tests.scenario;

import io.athanor.orm.session.Session;
import io.athanor.tests.scenario.Baskets.Basket;
import io.athanor.tests.scenario.Baskets.Position;
import io.athanor.tests.scenario.Baskets.Product;
import java.util.List;

/** Objects between two others, whose keys are made of both. */
final class BasketVariations extends Scenarios.Family {
    BasketVariations() {
        super("many-to-many");
        play("association-object-insert", BasketVariations::insert);
        play("association-object-replaced", BasketVariations::replace);
        play("association-object-of-deleted", BasketVariations::deleteProduct);
        play("association-object-moved", BasketVariations::move);
        play("association-object-all-deleted", BasketVariations::deleteAll);
    }

    private static Session open(Stage stage) {
        Session session = stage.open(Basket.class, Product.class, Position.class);
        stage.given(
                "INSERT INTO basket (id) VALUES (1), (2)",
                "INSERT INTO product (id, name) VALUES (1, 'x'), (2, 'y')",
                "INSERT INTO position (basket_id, product_id, amount) VALUES (1, 1, 5), (1, 2, 6)");
        return session;
    }

    private static void insert(Stage stage) {
        Session session = stage.open(Basket.class, Product.class, Position.class);
        stage.shows(() -> {
            Product x = new Product("x");
            Product y = new Product("y");
            Basket basket = new Basket();
            session.add(basket);
            basket.positions().add(new Position(x, 1));
            basket.positions().add(new Position(y, 2));
            session.addAll(List.of(x, y));
            session.flush();
            return basket.positions().stream().map(Position::key).toList();
        });
        stage.step(session::commit);
    }

    private static void replace(Stage stage) {
        Session session = open(stage);
        Basket basket = session.getOne(Basket.class, 1);
        Product x = session.getOne(Product.class, 1);
        Position old = basket.positions().get(0);
        Shown.read(x.positions());
        stage.step(() -> {
            basket.positions().remove(old);
            basket.positions().add(new Position(x, 9));
            session.flush();
        });
        stage.shows(() -> List.of(
                Shown.state(old),
                basket.positions().stream().map(Position::amount).toList()));
        stage.step(session::commit);
    }

    private static void deleteProduct(Stage stage) {
        Session session = open(stage);
        Product x = session.getOne(Product.class, 1);
        stage.step(() -> {
            session.delete(x);
            session.flush();
        });
        stage.step(session::rollback);
    }

    private static void move(Stage stage) {
        Session session = open(stage);
        Basket first = session.getOne(Basket.class, 1);
        Basket second = session.getOne(Basket.class, 2);
        Position position = first.positions().get(0);
        Shown.read(second.positions());
        stage.shows(() -> {
            first.positions().remove(position);
            second.positions().add(position);
            session.flush();
            return position.key();
        });
        stage.step(session::commit);
    }

    private static void deleteAll(Stage stage) {
        Session session = open(stage);
        Basket basket = session.getOne(Basket.class, 1);
        stage.step(() -> {
            session.delete(basket);
            session.delete(session.getOne(Product.class, 2));
            session.flush();
        });
        stage.step(session::commit);
    }
}

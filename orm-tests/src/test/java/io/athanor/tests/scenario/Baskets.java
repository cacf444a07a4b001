package io.athanor.tests.scenario;

import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import io.athanor.orm.mapping.Relationship;
import java.util.ArrayList;
import java.util.List;

/** Baskets of products, and the positions between them. */
final class Baskets {
    private Baskets() {}

    /** Owns its positions. */
    @Mapped(table = "basket")
    static class Basket {
        @Id
        private Integer id;

        @Relationship(
                backPopulates = "basket",
                cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN},
                orderBy = "productId")
        private List<Position> positions = new ArrayList<>();

        Basket() {}

        List<Position> positions() {
            return positions;
        }
    }

    /** Is in positions. */
    @Mapped(table = "product")
    static class Product {
        @Id
        private Integer id;

        private String name;

        @Relationship(backPopulates = "product", orderBy = "basketId")
        private List<Position> positions = new ArrayList<>();

        Product(String name) {
            this.name = name;
        }

        List<Position> positions() {
            return positions;
        }
    }

    /** How many of a product are in a basket. */
    @Mapped(table = "position")
    static class Position {
        @Id
        @Column(name = "basket_id", references = "basket.id")
        private Integer basketId;

        @Id
        @Column(name = "product_id", references = "product.id")
        private Integer productId;

        private Integer amount;

        @Relationship(backPopulates = "positions")
        private Basket basket;

        @Relationship(backPopulates = "positions")
        private Product product;

        Position(Product product, Integer amount) {
            this.product = product;
            this.amount = amount;
        }

        List<Integer> key() {
            return List.of(basketId, productId);
        }

        Integer amount() {
            return amount;
        }
    }
}

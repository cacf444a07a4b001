package io.athanor.tests.model;

import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;

/** An entity with a composite key of primitives. */
@Mapped(table = "order_line")
public class OrderLine {
    @Id
    @Column(name = "order_id")
    private int orderId;

    @Id
    private int number;

    @Column(length = 40)
    private String text;

    public OrderLine(int orderId, int number, String text) {
        this.orderId = orderId;
        this.number = number;
        this.text = text;
    }

    public int getOrderId() {
        return orderId;
    }

    public int getNumber() {
        return number;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}

package io.athanor.examples.shop;

import io.athanor.orm.mapping.Column;
import io.athanor.orm.mapping.Convert;
import io.athanor.orm.mapping.Id;
import io.athanor.orm.mapping.Mapped;
import java.math.BigDecimal;

/** A line of an order: a key of two fields, and a value of the application's own. */
@Mapped(table = "order_line")
class OrderLine {
    @Id
    @Column(name = "order_id")
    private int orderId;

    @Id
    private int number;

    private BigDecimal amount;

    @Column(length = 3)
    private String currency;

    @Convert(EmailType.class)
    private Email contact;

    OrderLine(LineKey key, BigDecimal amount, Email contact) {
        this.orderId = key.orderId();
        this.number = key.number();
        this.amount = amount;
        this.currency = "EUR";
        this.contact = contact;
    }

    LineKey key() {
        return new LineKey(orderId, number);
    }

    BigDecimal amount() {
        return amount;
    }

    void contact(Email contact) {
        this.contact = contact;
    }

    Email contact() {
        return contact;
    }

    @Override
    public String toString() {
        return orderId + "/" + number + " " + amount.stripTrailingZeros().toPlainString() + " " + currency;
    }
}

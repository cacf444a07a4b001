package io.athanor.tests.cases;

import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.ColumnSpec;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.TableSource;
import io.athanor.sql.schema.TypedTable;
import io.athanor.sql.type.Json;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Consumer;

/**
 * The tables and values of the cases, under the names of one run. A case takes every name and value from here, or, for tables
 * of its own, passes them through {@link #name}, {@link #s} and {@link #n}.
 */
final class Vocabulary {
    final Renaming renaming;
    final MetaData meta = new MetaData();
    final Account account;
    final Item item;
    final Node node;
    final Doc doc;
    final Event event;

    Vocabulary(Renaming renaming) {
        this.renaming = renaming;
        this.account = Table.typed(meta, name("account"), source -> new Account(source, this));
        this.item = Table.typed(meta, name("item"), source -> new Item(source, this));
        this.node = Table.typed(meta, name("node"), source -> new Node(source, this));
        this.doc = Table.typed(meta, name("doc"), source -> new Doc(source, this));
        this.event = Table.typed(meta, name("event"), source -> new Event(source, this));
    }

    String name(String name) {
        return renaming.name(name);
    }

    /** Raw SQL that a case's description names, in which the tables and columns are renamed. */
    String sql(String text) {
        return renaming.apply(text);
    }

    /** A text value. */
    String s(String value) {
        return renaming.text(value);
    }

    /** An integer value. */
    int n(int value) {
        return (int) renaming.number(value);
    }

    /** A long value, such as a limit. */
    long l(long value) {
        return renaming.number(value);
    }

    /** A table as a class, with names taken from a vocabulary. */
    abstract static class CaseTable extends TypedTable {
        private final Vocabulary vocabulary;

        CaseTable(TableSource source, Vocabulary vocabulary) {
            super(source);
            this.vocabulary = vocabulary;
        }

        final <T> Column<T> col(String name, SqlType<T> type, Consumer<ColumnSpec<T>> spec) {
            return column(vocabulary.name(name), type, spec);
        }

        final <T> Column<T> col(String name, SqlType<T> type) {
            return col(name, type, spec -> {});
        }
    }

    static final class Account extends CaseTable {
        final Column<Integer> id = col("id", SqlTypes.INTEGER, c -> c.primaryKey());
        final Column<String> name = col("name", SqlTypes.string(50));
        final Column<String> fullName = col("full_name", SqlTypes.string(100));
        final Column<Integer> age = col("age", SqlTypes.INTEGER);
        final Column<BigDecimal> balance = col("balance", SqlTypes.numeric(10, 2));
        final Column<Boolean> active = col("active", SqlTypes.BOOLEAN);
        final Column<LocalDateTime> created = col("created", SqlTypes.TIMESTAMP);

        Account(TableSource source, Vocabulary vocabulary) {
            super(source, vocabulary);
        }
    }

    static final class Item extends CaseTable {
        final Column<Integer> id = col("id", SqlTypes.INTEGER, c -> c.primaryKey());
        final Column<Integer> accountId;
        final Column<String> sku;
        final Column<Integer> qty;
        final Column<BigDecimal> price;

        Item(TableSource source, Vocabulary v) {
            super(source, v);
            accountId = col("account_id", SqlTypes.INTEGER, c -> c.references(v.name("account") + "." + v.name("id")));
            sku = col("sku", SqlTypes.string(20));
            qty = col("qty", SqlTypes.INTEGER);
            price = col("price", SqlTypes.numeric(8, 2));
        }
    }

    static final class Node extends CaseTable {
        final Column<Integer> id = col("id", SqlTypes.INTEGER, c -> c.primaryKey());
        final Column<Integer> parentId;
        final Column<String> label;

        Node(TableSource source, Vocabulary v) {
            super(source, v);
            parentId = col("parent_id", SqlTypes.INTEGER, c -> c.references(v.name("node") + "." + v.name("id")));
            label = col("label", SqlTypes.string(30));
        }
    }

    static final class Doc extends CaseTable {
        final Column<Integer> id = col("id", SqlTypes.INTEGER, c -> c.primaryKey());
        final Column<Json> data = col("data", SqlTypes.JSON);
        final Column<byte[]> blob = col("blob", SqlTypes.BYTES);
        final Column<String> title = col("title", SqlTypes.TEXT);

        Doc(TableSource source, Vocabulary vocabulary) {
            super(source, vocabulary);
        }
    }

    static final class Event extends CaseTable {
        final Column<Integer> id = col("id", SqlTypes.INTEGER, c -> c.primaryKey());
        final Column<LocalDateTime> ts = col("ts", SqlTypes.TIMESTAMP);
        final Column<LocalDate> day = col("day", SqlTypes.DATE);
        final Column<Duration> dur = col("dur", SqlTypes.DURATION);

        Event(TableSource source, Vocabulary vocabulary) {
            super(source, vocabulary);
        }
    }
}

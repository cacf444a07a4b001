package io.athanor.tests.cases;

import io.athanor.sql.ddl.DdlOption;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.ColumnSpec;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.NamingConvention;
import io.athanor.sql.schema.Table;
import io.athanor.sql.schema.TableSpec;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import java.util.function.Consumer;

/** Tables of the cases about schemas, each with names of one run. */
final class CaseTables {
    final MetaData meta;
    private final Vocabulary v;

    CaseTables(Vocabulary v) {
        this(v, NamingConvention.NONE);
    }

    CaseTables(Vocabulary v, NamingConvention convention) {
        this.v = v;
        this.meta = new MetaData(convention);
    }

    /** A table with its spec and names. */
    Table table(String name, Consumer<Spec> spec) {
        return Table.of(meta, v.name(name), t -> spec.accept(new Spec(t, v)));
    }

    /** The table {@code p} that others refer to. */
    Table parent() {
        return table(
                "p", t -> t.col("id", SqlTypes.INTEGER, c -> c.primaryKey()).col("id2", SqlTypes.INTEGER));
    }

    /** A case that creates one table. */
    static Cases.Ddl create(Vocabulary v, Consumer<Spec> spec, DdlOption... options) {
        Table table = new CaseTables(v).table("t", spec);
        return d -> d.ddl().createTable(table, options);
    }

    /** A case that creates the table {@code c}, beside {@code p}. */
    static Cases.Ddl createChild(Vocabulary v, Consumer<Spec> spec) {
        CaseTables tables = new CaseTables(v);
        tables.parent();
        Table table = tables.table("c", spec);
        return d -> d.ddl().createTable(table);
    }

    /** States a table with the names of one run. */
    static final class Spec {
        final TableSpec t;
        final Vocabulary v;

        Spec(TableSpec t, Vocabulary v) {
            this.t = t;
            this.v = v;
        }

        <T> Spec col(String name, SqlType<T> type, Consumer<ColumnSpec<T>> spec) {
            t.column(v.name(name), type, spec);
            return this;
        }

        <T> Spec col(String name, SqlType<T> type) {
            return col(name, type, c -> {});
        }

        /** A column that was added before. */
        <T> Column<T> at(String name, SqlType<T> type) {
            return t.added(v.name(name), type);
        }

        Column<Integer> at(String name) {
            return at(name, SqlTypes.INTEGER);
        }

        /** The target of a foreign key, as {@code table.column}. */
        String ref(String target) {
            String[] parts = target.split("\\.");
            StringBuilder renamed = new StringBuilder();
            for (String part : parts) {
                renamed.append(renamed.isEmpty() ? "" : ".").append(v.name(part));
            }
            return renamed.toString();
        }
    }
}

package io.athanor.sql.ddl;

import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.ForeignKey;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.SchemaEvents;
import io.athanor.sql.schema.SchemaEvents.Moment;
import io.athanor.sql.schema.SchemaTarget;
import io.athanor.sql.schema.Sequence;
import io.athanor.sql.schema.Table;
import io.athanor.sql.tree.Text;
import io.athanor.sql.type.ArrayType;
import io.athanor.sql.type.EnumType;
import io.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Orders what creates or drops tables and what belongs to them. */
final class SchemaPlan {
    private final DdlCompiler ddl;
    private final MetaData metadata;
    private final List<Table> tables;
    private final List<Table> order;
    private final Consumer<String> runner;
    private final @Nullable SchemaTarget target;

    SchemaPlan(
            DdlCompiler ddl,
            MetaData metadata,
            Collection<Table> tables,
            Consumer<String> runner,
            @Nullable SchemaTarget target) {
        this.ddl = ddl;
        this.runner = runner;
        this.target = target;
        this.metadata = metadata;
        this.order = metadata.creationOrder();
        this.tables = order.stream().filter(tables::contains).toList();
    }

    void creation() {
        tell(Moment.BEFORE_CREATE, null);
        if (ddl.hasSequences()) {
            for (Sequence sequence : metadata.sequences()) {
                runner.accept(ddl.createSequence(sequence, DdlOption.IF_NOT_EXISTS));
            }
        }
        enums().forEach(type -> runner.accept(ddl.createEnum(type)));
        for (Table table : tables) {
            tell(Moment.BEFORE_CREATE, table);
            runner.accept(ddl.createTable(table, this::isLate));
            table.indexes().forEach(index -> runner.accept(ddl.createIndex(index)));
            if (ddl.hasComments()) {
                addComments(table);
            }
            tell(Moment.AFTER_CREATE, table);
        }
        lateKeys().forEach(key -> runner.accept(ddl.addConstraint(key)));
        tell(Moment.AFTER_CREATE, null);
    }

    void removal() {
        tell(Moment.BEFORE_DROP, null);
        lateKeys().forEach(key -> runner.accept(ddl.dropConstraint(key)));
        for (int i = tables.size() - 1; i >= 0; i--) {
            tell(Moment.BEFORE_DROP, tables.get(i));
            runner.accept(ddl.dropTable(tables.get(i)));
            tell(Moment.AFTER_DROP, tables.get(i));
        }
        enums().forEach(type -> runner.accept(ddl.dropEnum(type, DdlOption.IF_EXISTS)));
        if (ddl.hasSequences()) {
            for (Sequence sequence : metadata.sequences()) {
                runner.accept(ddl.dropSequence(sequence, DdlOption.IF_EXISTS));
            }
        }
        tell(Moment.AFTER_DROP, null);
    }

    private void tell(Moment moment, @Nullable Table table) {
        if (!tables.isEmpty()) {
            SchemaEvents events = table == null ? metadata.events() : table.events();
            events.tell(new Happening(moment, table));
        }
    }

    /** What is told to listeners. */
    private final class Happening implements SchemaEvents.Occasion {
        private final Moment moment;
        private final @Nullable Table table;

        Happening(Moment moment, @Nullable Table table) {
            this.moment = moment;
            this.table = table;
        }

        @Override
        public Moment moment() {
            return moment;
        }

        @Override
        public String dialect() {
            return ddl.dialect();
        }

        @Override
        public MetaData metadata() {
            return metadata;
        }

        @Override
        public @Nullable Table table() {
            return table;
        }

        @Override
        public List<Table> tables() {
            return tables;
        }

        @Override
        public void run(Text sql) {
            runner.accept(ddl.literal(sql));
        }

        @Override
        public Optional<SchemaTarget> target() {
            return Optional.ofNullable(target);
        }
    }

    private void addComments(Table table) {
        if (table.comment() != null) {
            runner.accept(ddl.setComment(table));
        }
        for (Column<?> column : table.columns()) {
            if (column.comment() != null && !column.isSystem()) {
                runner.accept(ddl.setComment(column));
            }
        }
    }

    private List<ForeignKey> lateKeys() {
        List<ForeignKey> late = new ArrayList<>();
        for (Table table : tables) {
            table.foreignKeys().stream().filter(this::isLate).forEach(late::add);
        }
        return late;
    }

    /** A key to a table that does not exist yet when its own table is created. */
    private boolean isLate(ForeignKey key) {
        boolean isForward = order.indexOf(key.target()) > order.indexOf(key.table());
        return ddl.canAlterConstraints() && (key.isAddedByAlter() || isForward);
    }

    private Set<EnumType<?>> enums() {
        Set<EnumType<?>> enums = new LinkedHashSet<>();
        if (ddl.makesEnums()) {
            for (Table table : tables) {
                for (Column<?> column : table.columns()) {
                    SqlType<?> type = column.type().forDialect(ddl.dialect());
                    while (type instanceof ArrayType<?> array) {
                        type = array.element();
                    }
                    if (type instanceof EnumType<?> names && names.isNative()) {
                        enums.add(names);
                    }
                }
            }
        }
        return enums;
    }
}

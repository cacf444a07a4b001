package io.athanor.sql.ddl;

import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.ForeignKey;
import io.athanor.sql.schema.MetaData;
import io.athanor.sql.schema.Sequence;
import io.athanor.sql.schema.Table;
import io.athanor.sql.type.EnumType;
import io.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Orders what creates or drops tables and what belongs to them. */
final class SchemaPlan {
    private final DdlCompiler ddl;
    private final MetaData metadata;
    private final List<Table> tables;
    private final List<Table> order;

    SchemaPlan(DdlCompiler ddl, MetaData metadata, Collection<Table> tables) {
        this.ddl = ddl;
        this.metadata = metadata;
        this.order = metadata.creationOrder();
        this.tables = order.stream().filter(tables::contains).toList();
    }

    List<String> creation() {
        List<String> statements = new ArrayList<>();
        if (ddl.hasSequences()) {
            for (Sequence sequence : metadata.sequences()) {
                statements.add(ddl.createSequence(sequence, DdlOption.IF_NOT_EXISTS));
            }
        }
        enums().forEach(type -> statements.add(ddl.createEnum(type)));
        for (Table table : tables) {
            statements.add(ddl.createTable(table, this::isLate));
            table.indexes().forEach(index -> statements.add(ddl.createIndex(index)));
            if (ddl.hasComments()) {
                addComments(table, statements);
            }
        }
        lateKeys().forEach(key -> statements.add(ddl.addConstraint(key)));
        return statements;
    }

    List<String> removal() {
        List<String> statements = new ArrayList<>();
        lateKeys().forEach(key -> statements.add(ddl.dropConstraint(key)));
        for (int i = tables.size() - 1; i >= 0; i--) {
            statements.add(ddl.dropTable(tables.get(i)));
        }
        enums().forEach(type -> statements.add(ddl.dropEnum(type, DdlOption.IF_EXISTS)));
        if (ddl.hasSequences()) {
            for (Sequence sequence : metadata.sequences()) {
                statements.add(ddl.dropSequence(sequence, DdlOption.IF_EXISTS));
            }
        }
        return statements;
    }

    private void addComments(Table table, List<String> statements) {
        if (table.comment() != null) {
            statements.add(ddl.setComment(table));
        }
        for (Column<?> column : table.columns()) {
            if (column.comment() != null && !column.isSystem()) {
                statements.add(ddl.setComment(column));
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
                    if (type instanceof EnumType<?> names && names.isNative()) {
                        enums.add(names);
                    }
                }
            }
        }
        return enums;
    }
}

package io.athanor.engine.migrate;

import io.athanor.engine.migrate.ChangeWarning.Kind;
import io.athanor.engine.migrate.SchemaChange.AddColumn;
import io.athanor.engine.migrate.SchemaChange.AddConstraint;
import io.athanor.engine.migrate.SchemaChange.AlterColumn;
import io.athanor.engine.migrate.SchemaChange.DropColumn;
import io.athanor.sql.ddl.ColumnAspect;
import io.athanor.sql.schema.Column;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.StandardType;
import io.athanor.sql.type.StorageKind;
import java.util.ArrayList;
import java.util.List;

/** Tells what changes may lose, or fail at. */
final class ChangeWarnings {
    private static final List<StorageKind> INTEGERS =
            List.of(StorageKind.SMALLINT, StorageKind.INTEGER, StorageKind.BIGINT);

    private final String dialect;
    private final List<ChangeWarning> warnings = new ArrayList<>();

    ChangeWarnings(String dialect) {
        this.dialect = dialect;
    }

    List<ChangeWarning> of(List<SchemaChange> changes) {
        changes.forEach(this::add);
        return List.copyOf(warnings);
    }

    private void add(Kind kind, Object subject, String message) {
        warnings.add(new ChangeWarning(kind, String.valueOf(subject), message));
    }

    private void add(SchemaChange change) {
        if (change instanceof SchemaChange.DropTable drop) {
            add(
                    Kind.DROPS_TABLE,
                    drop.table().name(),
                    "Table [%s] is dropped with its rows; declare it, or compare with keepOthers() if it is to stay"
                            .formatted(drop.table().name()));
        } else if (change instanceof DropColumn drop && drop.column().computed() == null) {
            add(
                    Kind.DROPS_COLUMN,
                    drop.column(),
                    "Column [%s] is dropped with its values; if it was renamed, rename it in the database first"
                            .formatted(drop.column()));
        } else if (change instanceof AddColumn add) {
            ofAdded(add.column());
        } else if (change instanceof AlterColumn alter) {
            ofAltered(alter);
        } else {
            addOther(change);
        }
    }

    private void addOther(SchemaChange change) {
        if (change instanceof AddConstraint add) {
            add(
                    Kind.ADDS_CONSTRAINT,
                    add.constraint(),
                    "%s fails if rows that are there break it; look for them first".formatted(add.constraint()));
        } else if (change instanceof SchemaChange.CreateIndex create
                && create.index().unique()) {
            add(
                    Kind.ADDS_CONSTRAINT,
                    create.index().name(),
                    "Unique index [%s] fails if rows that are there are equal; look for them first"
                            .formatted(create.index().name()));
        } else if (change instanceof SchemaChange.AlterSequence alter) {
            add(
                    Kind.RESTARTS_NUMBERING,
                    alter.after().name(),
                    "Sequence [%s] counts in another way and may hand out numbers that are in use; restart it beyond them"
                            .formatted(alter.after().name()));
        } else if (change instanceof SchemaChange.RebuildTable rebuild) {
            rebuild.reasons().forEach(this::add);
            add(
                    Kind.REBUILDS_TABLE,
                    rebuild.after().name(),
                    "Table [%s] is made anew and its rows are copied; nothing else may write to the database meanwhile"
                            .formatted(rebuild.after().name()));
        }
    }

    private void ofAdded(Column<?> column) {
        boolean isFilled = column.serverDefault() != null
                || column.computed() != null
                || column.identity() != null
                || column.autoincrement();
        if (!column.nullable() && !isFilled) {
            add(
                    Kind.NOT_NULL_WITHOUT_DEFAULT,
                    column,
                    "Column [%s] is added without a default and refuses NULL, which fails if there are rows; give it a serverDefault, or fill it before notNull()"
                            .formatted(column));
        }
    }

    private void ofAltered(AlterColumn alter) {
        Column<?> after = alter.after();
        if (alter.aspects().contains(ColumnAspect.TYPE)
                && isNarrowing(
                        alter.before().type().forDialect(dialect), after.type().forDialect(dialect))) {
            add(
                    Kind.NARROWS_TYPE,
                    after,
                    "Column [%s] changes from [%s] to [%s], which may not hold what is there; look at the values first"
                            .formatted(after, alter.before().type(), after.type()));
        }
        if (alter.aspects().contains(ColumnAspect.NULLABILITY) && !after.nullable()) {
            add(
                    Kind.NOT_NULL_WITHOUT_DEFAULT,
                    after,
                    "Column [%s] is to refuse NULL, which fails if a row has none; fill it first".formatted(after));
        }
        if (ChangeSql.isNumbering(alter)) {
            add(
                    Kind.RESTARTS_NUMBERING,
                    after,
                    "Column [%s] is numbered in another way and may begin with numbers that are in use; restart it beyond them"
                            .formatted(after));
        }
    }

    /** Whether the new type may not hold what the old one held. */
    static boolean isNarrowing(SqlType<?> before, SqlType<?> after) {
        if (!(before instanceof StandardType<?> old) || !(after instanceof StandardType<?> wanted)) {
            return true;
        }
        if (INTEGERS.contains(old.kind()) && INTEGERS.contains(wanted.kind())) {
            return INTEGERS.indexOf(wanted.kind()) < INTEGERS.indexOf(old.kind());
        }
        boolean isText = wanted.kind() == StorageKind.TEXT || wanted.kind() == StorageKind.STRING;
        if (isText && (old.kind() == StorageKind.STRING || old.kind() == StorageKind.TEXT)) {
            return isLess(wanted.length(), old.length());
        }
        if (old.kind() == StorageKind.NUMERIC && wanted.kind() == StorageKind.NUMERIC) {
            int oldWhole = old.precision() - Math.max(0, old.scale());
            int wantedWhole = wanted.precision() - Math.max(0, wanted.scale());
            return wanted.precision() >= 0
                    && (old.precision() < 0 || wantedWhole < oldWhole || wanted.scale() < old.scale());
        }
        boolean isWider = old.kind() == StorageKind.FLOAT && wanted.kind() == StorageKind.DOUBLE;
        return !isWider && !(isText && wanted.length() < 0);
    }

    private static boolean isLess(int length, int than) {
        return length >= 0 && (than < 0 || length < than);
    }
}

package io.athanor.engine.migrate;

import io.athanor.engine.migrate.SchemaChange.AddColumn;
import io.athanor.engine.migrate.SchemaChange.AddConstraint;
import io.athanor.engine.migrate.SchemaChange.AlterColumn;
import io.athanor.engine.migrate.SchemaChange.CreateTable;
import io.athanor.engine.migrate.SchemaChange.DropConstraint;
import io.athanor.sql.ddl.ColumnAspect;
import io.athanor.sql.ddl.DdlCompiler;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.ForeignKey;
import io.athanor.sql.schema.PrimaryKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes changes as statements. */
final class ChangeSql {
    private final DdlCompiler ddl;
    private final List<String> statements = new ArrayList<>();
    private final Set<Column<?>> incomplete = new LinkedHashSet<>();

    ChangeSql(DdlCompiler ddl) {
        this.ddl = ddl;
    }

    List<String> statements(List<SchemaChange> changes) {
        boolean isCompleted = false;
        for (SchemaChange change : changes) {
            if (!isCompleted && isBehindKeys(change)) {
                complete();
                isCompleted = true;
            }
            write(change);
        }
        complete();
        return List.copyOf(statements);
    }

    private static boolean isBehindKeys(SchemaChange change) {
        return change instanceof AddConstraint add && add.constraint() instanceof ForeignKey
                || change instanceof SchemaChange.SetColumnComment
                || change instanceof SchemaChange.SetTableComment;
    }

    /** A column that is numbered may need its key first. */
    private void complete() {
        incomplete.forEach(column -> statements.addAll(ddl.completeNumbering(column)));
        incomplete.clear();
    }

    private void write(SchemaChange change) {
        if (change instanceof CreateTable create) {
            create(create);
        } else if (change instanceof SchemaChange.DropTable drop) {
            statements.add(ddl.dropTable(drop.table()));
        } else if (change instanceof SchemaChange.RebuildTable rebuild) {
            statements.addAll(ddl.rebuildTable(rebuild.before(), rebuild.after(), rebuild.triggers()));
        } else if (change instanceof AddConstraint || change instanceof DropConstraint) {
            writeConstraint(change);
        } else if (change instanceof SchemaChange.AddTypeCheck check) {
            statements.add(ddl.addCheck(check.table(), check.name(), check.sql()));
        } else if (change instanceof SchemaChange.CreateIndex create) {
            statements.add(ddl.createIndex(create.index()));
        } else if (change instanceof SchemaChange.DropIndex drop) {
            statements.add(ddl.dropIndex(drop.index()));
        } else if (change instanceof SchemaChange.SetTableComment comment) {
            statements.add(ddl.setComment(comment.table()));
        } else if (change instanceof SchemaChange.SetColumnComment comment) {
            statements.add(ddl.setComment(comment.column()));
        } else {
            writeOther(change);
        }
    }

    private void writeOther(SchemaChange change) {
        if (change instanceof AddColumn add) {
            statements.addAll(ddl.addColumn(add.column()));
            incomplete.add(add.column());
            comment(add.column());
        } else if (change instanceof SchemaChange.DropColumn drop) {
            statements.addAll(ddl.dropColumn(drop.column()));
        } else if (change instanceof AlterColumn alter) {
            statements.addAll(ddl.alterColumn(alter.before(), alter.after(), alter.aspects()));
            incomplete.add(alter.after());
        } else if (change instanceof SchemaChange.CreateSequence create) {
            statements.add(ddl.createSequence(create.sequence()));
        } else if (change instanceof SchemaChange.AlterSequence alter) {
            statements.add(ddl.alterSequence(alter.after()));
        } else if (change instanceof SchemaChange.DropSequence drop) {
            statements.add(ddl.dropSequence(drop.sequence()));
        } else if (change instanceof SchemaChange.CreateEnum create) {
            statements.add(ddl.createEnum(create.type()));
        }
    }

    private void create(CreateTable create) {
        statements.addAll(ddl.createTableWithParts(
                create.table(), key -> create.lateKeys().contains(key)));
    }

    private void comment(Column<?> column) {
        if (column.comment() != null && ddl.stored().setsCommentsApart()) {
            statements.add(ddl.setComment(column));
        }
    }

    private void writeConstraint(SchemaChange change) {
        if (change instanceof AddConstraint add) {
            statements.add(ddl.addConstraint(add.constraint()));
            if (add.constraint() instanceof PrimaryKey key) {
                incomplete.addAll(key.columns());
            }
        } else if (change instanceof DropConstraint drop) {
            statements.addAll(
                    drop.constraint() instanceof PrimaryKey key
                            ? ddl.dropPrimaryKey(key)
                            : List.of(ddl.dropConstraint(drop.constraint())));
        }
    }

    static boolean isNumbering(AlterColumn alter) {
        return alter.aspects().contains(ColumnAspect.NUMBERING);
    }
}

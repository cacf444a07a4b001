package io.athanor.engine.migrate;

import io.athanor.engine.dialect.SchemaReader;
import io.athanor.sql.ddl.ColumnAspect;
import io.athanor.sql.ddl.DdlCompiler;
import io.athanor.sql.ddl.StoredForm;
import io.athanor.sql.error.OrmException;
import io.athanor.sql.schema.Column;
import io.athanor.sql.schema.Sequence.Options;
import io.athanor.sql.schema.Table;
import io.athanor.sql.type.ArrayType;
import io.athanor.sql.type.ConvertedType;
import io.athanor.sql.type.DomainType;
import io.athanor.sql.type.EnumType;
import io.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares a declared column with the one that the database has under its name. */
final class ColumnComparison {
    private final SchemaReader reader;
    private final StoredForm stored;
    private final ExpressionForms forms;
    private final String dialect;

    ColumnComparison(String dialect, SchemaReader reader, DdlCompiler ddl, ExpressionForms forms) {
        this.dialect = dialect;
        this.reader = reader;
        this.stored = ddl.stored();
        this.forms = forms;
    }

    /** Collects what differs, with a word on each. */
    private static final class Differences {
        private final EnumSet<ColumnAspect> aspects = EnumSet.noneOf(ColumnAspect.class);
        private final List<String> details = new ArrayList<>();

        void add(ColumnAspect aspect, String what, @Nullable Object before, @Nullable Object after) {
            aspects.add(aspect);
            details.add("%s from [%s] to [%s]".formatted(what, before, after));
        }
    }

    /** What changes the column, or null if it is as declared. */
    SchemaChange.@Nullable AlterColumn compare(Column<?> before, Column<?> after) {
        Differences differences = new Differences();
        if (!sameType(before, after)) {
            differences.add(ColumnAspect.TYPE, "type", before.type(), stored.type(after));
        }
        if (before.nullable() != after.nullable()) {
            differences.add(ColumnAspect.NULLABILITY, "nullable", before.nullable(), after.nullable());
        }
        StoredForm.Numbering old = stored.numbering(before);
        StoredForm.Numbering wanted = stored.numbering(after);
        if (!same(old, wanted)) {
            differences.add(ColumnAspect.NUMBERING, "numbering", old, wanted);
        }
        boolean isNumbered = wanted.isOwn() || wanted.identity() != null;
        if (!isNumbered && !sameDefault(before, after)) {
            differences.add(ColumnAspect.DEFAULT, "default", stored.defaultOf(before), stored.defaultOf(after));
        }
        if (stored.keepsComments() && !Objects.equals(before.comment(), after.comment())) {
            differences.add(ColumnAspect.COMMENT, "comment", before.comment(), after.comment());
        }
        return differences.aspects.isEmpty()
                ? null
                : new SchemaChange.AlterColumn(before, after, differences.aspects, List.copyOf(differences.details));
    }

    /** Types are the same if the database would tell the same of both. */
    boolean sameType(Column<?> before, Column<?> after) {
        SqlType<?> is = plain(before.type());
        SqlType<?> wanted = plain(after.type());
        return sameType(is, wanted, after);
    }

    private SqlType<?> plain(SqlType<?> type) {
        SqlType<?> own = type.forDialect(dialect);
        return own instanceof ConvertedType<?, ?> converted ? plain(converted.stored()) : own;
    }

    private boolean sameType(SqlType<?> is, SqlType<?> wanted, @Nullable Column<?> column) {
        if (is instanceof EnumType<?> old && wanted instanceof EnumType<?> names && stored.isMade(names)) {
            return old.names().equals(names.names()) && Objects.equals(old.name(), names.name());
        } else if (is instanceof DomainType<?> old && wanted instanceof DomainType<?> domain) {
            return old.name().equals(domain.name())
                    && (old.schema() == null
                            || domain.schema() == null
                            || old.schema().equals(domain.schema()));
        } else if (is instanceof ArrayType<?> old && wanted instanceof ArrayType<?> array) {
            return sameType(plain(old.element()), plain(array.element()), null);
        } else if (wanted instanceof EnumType<?> names && stored.isMade(names) || column == null) {
            return is.equals(wanted);
        }
        try {
            return reader.type(stored.type(column)).equals(is);
        } catch (OrmException unwritten) {
            return is.equals(wanted);
        }
    }

    private static boolean same(StoredForm.Numbering before, StoredForm.Numbering after) {
        Column.Identity old = before.identity();
        Column.Identity wanted = after.identity();
        if (old == null || wanted == null) {
            return before.isOwn() == after.isOwn() && old == wanted;
        }
        return old.isAlways() == wanted.isAlways() && same(old.options(), wanted.options());
    }

    /** What the database does by itself need not be said. */
    static boolean same(Options before, Options after) {
        return usual(before).equals(usual(after));
    }

    private static Options usual(Options options) {
        long step = options.increment() == null ? 1 : options.increment();
        Options.Bound minimum = bound(options.minimum(), step > 0 ? Long.valueOf(1) : null);
        Options.Bound maximum = bound(options.maximum(), step > 0 ? null : Long.valueOf(-1));
        Options.Bound first = step > 0 ? minimum : maximum;
        Long start = first == null ? Long.valueOf(step > 0 ? 1 : -1) : Long.valueOf(first.value());
        return new Options(
                null,
                Objects.equals(options.start(), start) ? null : options.start(),
                step == 1 ? null : (Long) step,
                minimum,
                maximum,
                Boolean.TRUE.equals(options.cycle()) ? true : null,
                options.cache());
    }

    private static Options.@Nullable Bound bound(Options.@Nullable Bound bound, @Nullable Long usual) {
        boolean isUsual = bound == null || bound.isNone() || Objects.equals(usual, bound.value());
        return isUsual ? null : bound;
    }

    private boolean sameDefault(Column<?> before, Column<?> after) {
        String old = stored.defaultOf(before);
        String wanted = stored.defaultOf(after);
        if (old == null || wanted == null) {
            return isNone(old) && isNone(wanted);
        }
        return forms.same(ExpressionForms.Role.DEFAULT, (Table) after.table(), after, wanted, old);
    }

    private static boolean isNone(@Nullable String serverDefault) {
        return serverDefault == null || serverDefault.equalsIgnoreCase("NULL");
    }

    /** Whether both are computed in the same way, or neither is. */
    boolean sameComputation(Column<?> before, Column<?> after) {
        Column.Computed old = before.computed();
        Column.Computed wanted = after.computed();
        if (old == null || wanted == null) {
            return old == wanted;
        }
        boolean isKeptAlike = old.isStored() == null
                || wanted.isStored() == null
                || old.isStored().equals(wanted.isStored());
        return isKeptAlike
                && forms.same(
                        ExpressionForms.Role.COMPUTED,
                        (Table) after.table(),
                        after,
                        stored.expression(wanted.expression()),
                        stored.expression(old.expression()));
    }
}

package io.athanor.dialect.postgresql;

import io.athanor.sql.type.ConvertedType;
import io.athanor.sql.type.SqlTypes;
import java.util.List;

/** The steps into a JSON value as {@code #>} takes them: an array of texts, indexes among them. */
final class PathType extends ConvertedType<List<?>, List<String>> {
    static final PathType PATH = new PathType();

    @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal has no arguments
    private PathType() {
        super((Class<List<?>>) (Class) List.class, SqlTypes.arrayOf(SqlTypes.TEXT));
    }

    @Override
    protected List<String> toStored(List<?> steps) {
        return steps.stream().map(String::valueOf).toList();
    }

    @Override
    protected List<?> fromStored(List<String> stored) {
        return stored;
    }
}

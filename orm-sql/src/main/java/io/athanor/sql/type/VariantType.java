package io.athanor.sql.type;

import java.util.HashMap;
import java.util.Map;

/** A type that is another one on some dialects. */
record VariantType<T>(SqlType<T> base, Map<String, SqlType<T>> variants) implements SqlType<T> {
    VariantType {
        variants = Map.copyOf(variants);
    }

    @Override
    public Class<T> javaType() {
        return base.javaType();
    }

    @Override
    public StorageKind kind() {
        return base.kind();
    }

    @Override
    public SqlType<T> variant(String dialect, SqlType<T> other) {
        Map<String, SqlType<T>> more = new HashMap<>(variants);
        more.put(dialect, other);
        return new VariantType<>(base, more);
    }

    @Override
    public SqlType<T> forDialect(String dialect) {
        SqlType<T> variant = variants.get(dialect);
        if (variant == null && dialect.equals("mariadb")) {
            // MariaDB takes MySQL's types, unless it has been given its own.
            variant = variants.get("mysql");
        }
        return variant == null ? base.forDialect(dialect) : variant.forDialect(dialect);
    }
}

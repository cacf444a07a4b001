package io.athanor.orm.mapping;

import java.util.List;

/**
 * A table of foreign keys only, as a {@link Mapping} declares it. Read by the registry. Immutable.
 *
 * @param name the table's name
 * @param columns the names of its columns
 * @param references what each column refers to, as {@code table.column}
 * @since 0.1.0
 */
public record SecondaryTable(String name, List<String> columns, List<String> references) {}

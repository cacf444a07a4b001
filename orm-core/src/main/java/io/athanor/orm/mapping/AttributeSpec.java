package io.athanor.orm.mapping;

import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * States what the class of a field does not tell of its attribute. Alive only inside the function that it is handed to; not
 * thread-safe.
 *
 * @param <T> the class of the attribute's values
 * @since 0.1.0
 */
public final class AttributeSpec<T> {
    private static final int UNLIMITED = -1;

    private final String label;
    private final String name;
    private final Class<T> fieldClass;
    private final Class<T> valueClass;
    private @Nullable String columnName;
    private @Nullable SqlType<? extends T> type;
    private @Nullable String reference;
    private int length = UNLIMITED;
    private boolean isId;
    private boolean isNotNull;
    private boolean isUnique;

    @SuppressWarnings("unchecked") // the wrapper of a primitive class has the same type argument
    AttributeSpec(Class<?> owner, String name, Class<T> fieldClass) {
        this.label = owner.getName() + "." + name;
        this.name = name;
        this.fieldClass = fieldClass;
        this.valueClass = (Class<T>) MethodType.methodType(fieldClass).wrap().returnType();
    }

    /**
     * Make the attribute a part of the primary key.
     *
     * @return this
     */
    public AttributeSpec<T> id() {
        isId = true;
        return this;
    }

    /**
     * Name the column; without it the registry names it after the attribute.
     *
     * @param column the name, not quoted
     * @return this
     */
    public AttributeSpec<T> column(String column) {
        columnName = column;
        return this;
    }

    /**
     * Refuse NULL. A primitive field and a key refuse it anyway.
     *
     * @return this
     */
    public AttributeSpec<T> notNull() {
        isNotNull = true;
        return this;
    }

    /**
     * Refuse equal values.
     *
     * @return this
     */
    public AttributeSpec<T> unique() {
        isUnique = true;
        return this;
    }

    /**
     * Limit the length of a string.
     *
     * @param characters the limit, at least 1
     * @return this
     */
    public AttributeSpec<T> length(int characters) {
        if (characters < 1) {
            throw new MappingException("Attribute [%s] has length [%d]; give at least 1, or leave the length out"
                    .formatted(label, characters));
        }
        length = characters;
        return this;
    }

    /**
     * Refer to a column, which may be mapped later.
     *
     * @param column {@code table.column}
     * @return this
     */
    public AttributeSpec<T> references(String column) {
        reference = column;
        return this;
    }

    /**
     * Store through a type of one's own.
     *
     * @param own a type for values of the field's class
     * @return this
     */
    public AttributeSpec<T> type(SqlType<? extends T> own) {
        type = own;
        return this;
    }

    PropertyMapping<T> toProperty() {
        DeclaredColumn.Constraints constraints =
                new DeclaredColumn.Constraints(isId, isNotNull || fieldClass.isPrimitive(), isUnique);
        return new PropertyMapping<>(
                name, fieldClass, new DeclaredColumn<>(columnName, sqlType(), constraints, reference), null, null);
    }

    @SuppressWarnings("unchecked") // the classes are compared
    private SqlType<T> sqlType() {
        if (length != UNLIMITED && (type != null || valueClass != String.class)) {
            throw new MappingException(
                    "Attribute [%s] of class [%s] has length [%d]; only a string without a type of its own can have one"
                            .formatted(label, fieldClass.getName(), length));
        }
        SqlType<? extends T> found = type == null ? SqlTypes.find(valueClass) : type;
        if (found == null) {
            throw new MappingException(
                    "Attribute [%s] is of class [%s], which no SQL type holds; convert it with @Convert, or make the field transient"
                            .formatted(label, fieldClass.getName()));
        }
        if (found.javaType() != valueClass) {
            throw new MappingException(
                    "Attribute [%s] is of class [%s], but its type [%s] holds [%s]; use a type of the field's class"
                            .formatted(
                                    label,
                                    fieldClass.getName(),
                                    found,
                                    found.javaType().getName()));
        }
        return (SqlType<T>) (length == UNLIMITED ? found : SqlTypes.string(length));
    }
}

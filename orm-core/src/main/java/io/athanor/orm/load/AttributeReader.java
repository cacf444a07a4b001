package io.athanor.orm.load;

import io.athanor.engine.RowCursor;
import io.athanor.orm.instrument.Instrumented;
import io.athanor.orm.mapper.EntityMapper;
import io.athanor.orm.mapper.MappedAttribute;
import io.athanor.orm.mapper.Primitive;
import io.athanor.orm.mapping.MappingException;

/** Puts a column's value into an attribute; a primitive one is not boxed on the way. */
final class AttributeReader {
    private final EntityMapper<?> mapper;
    private final MappedAttribute attribute;
    private final int index;
    private final int column;
    private final Primitive primitive;

    AttributeReader(EntityMapper<?> mapper, MappedAttribute attribute, int column) {
        this.mapper = mapper;
        this.attribute = attribute;
        this.index = attribute.index();
        this.column = column;
        this.primitive = mapper.isInstrumented() ? attribute.primitive() : Primitive.NONE;
    }

    int index() {
        return index;
    }

    void readInto(Object instance, RowCursor cursor) {
        switch (primitive) {
            case INT -> ((Instrumented) instance).$orm$setInt(index, cursor.getInt(column));
            case LONG -> ((Instrumented) instance).$orm$setLong(index, cursor.getLong(column));
            case DOUBLE -> ((Instrumented) instance).$orm$setDouble(index, cursor.getDouble(column));
            case BOOLEAN -> ((Instrumented) instance).$orm$setBoolean(index, cursor.getBoolean(column));
            default -> setObject(instance, cursor);
        }
        if (primitive != Primitive.NONE && primitive != Primitive.OTHER && cursor.wasNull()) {
            throw nullInPrimitive();
        }
    }

    private void setObject(Object instance, RowCursor cursor) {
        Object value = cursor.get(column);
        if (value == null && attribute.fieldType().isPrimitive()) {
            throw nullInPrimitive();
        }
        mapper.set(instance, index, value);
    }

    private MappingException nullInPrimitive() {
        return new MappingException(
                "Column [%s] holds NULL, but attribute [%s.%s] is of the primitive type [%s]; declare it as the wrapper class, or make the column NOT NULL"
                        .formatted(
                                attribute.column(),
                                mapper.type().getSimpleName(),
                                attribute.name(),
                                attribute.fieldType()));
    }
}

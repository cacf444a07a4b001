package io.athanor.sql.tree;

import io.athanor.sql.type.Json;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import io.athanor.sql.type.StandardType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * A part of a JSON value. As it is, it is JSON itself; as another type, it is the value that the JSON holds.
 *
 * @param document the JSON
 * @param key the key or index, bound
 * @param type the type of the part
 * @param isJson whether the part is taken as JSON
 * @param <T> its Java type
 * @since 0.1.0
 */
public record JsonItem<T>(Expression<?> document, Bind<?> key, SqlType<T> type, boolean isJson)
        implements Expression<T> {
    /** Every database knows this name for double precision. */
    private static final SqlType<Double> FLOAT =
            StandardType.of(SqlTypes.DOUBLE).withName("FLOAT");

    static JsonItem<Json> of(Expression<?> document, Object step) {
        Expression<?> json = Operations.requireJson(document);
        return new JsonItem<>(json, JsonKey.bind(Operations.bindName(json), step), SqlTypes.JSON, true);
    }

    /**
     * Return whether a value is a key or index of JSON, which is bound as a path unless the dialect knows better.
     *
     * @param bind the value
     * @return whether it is
     */
    public static boolean isKey(Bind<?> bind) {
        return bind.type() == JsonKey.KEY || bind.type() == JsonKey.INDEX;
    }

    /**
     * Return whether a value is a path into JSON, of several keys and indexes, which is bound as text of SQL/JSON unless the
     * dialect knows better.
     *
     * @param bind the value, whose class is then a list
     * @return whether it is
     */
    public static boolean isPath(Bind<?> bind) {
        return bind.type() == JsonKey.PATH;
    }

    /**
     * Return whether the part lies under several keys and indexes, one below the other.
     *
     * @return whether the key is a path
     */
    public boolean isPath() {
        return key.type() == JsonKey.PATH;
    }

    /**
     * Return the value as text.
     *
     * @return the text, without the quotes of JSON
     */
    public Expression<String> asString() {
        return as(SqlTypes.STRING);
    }

    /**
     * Return the value as an integer.
     *
     * @return the number
     */
    public Expression<Integer> asInteger() {
        return as(SqlTypes.INTEGER);
    }

    /**
     * Return the value as true or false.
     *
     * @return the truth
     */
    public Expression<Boolean> asBoolean() {
        return as(SqlTypes.BOOLEAN);
    }

    /**
     * Return the value as a floating-point number.
     *
     * @return the number
     */
    public Expression<Double> asDouble() {
        return as(FLOAT);
    }

    /**
     * Return the value as an exact decimal.
     *
     * @param precision digits in all
     * @param scale digits after the point
     * @return the number
     */
    public Expression<BigDecimal> asNumeric(int precision, int scale) {
        return as(SqlTypes.numeric(precision, scale));
    }

    private <U> Expression<U> as(SqlType<U> other) {
        return new JsonItem<>(document, key, other, false);
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitJsonItem(this);
    }

    @Override
    public List<SqlNode> children() {
        return List.of(document, key);
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        return new JsonItem<>(nodes.next(), nodes.next(), type, isJson);
    }

    @Override
    public Object shape() {
        return Arrays.asList(type, isJson);
    }
}

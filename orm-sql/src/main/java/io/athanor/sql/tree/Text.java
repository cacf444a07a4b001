package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Raw SQL: a whole statement, a condition or an ordering; never a value. {@code :name} is a bind; {@code ::} and
 * {@code \:} are not, nor is any colon within a literal, a quoted name or a comment. The text itself is rendered as it is, so it must never be made of a user's input.
 *
 * @since 0.1.0
 */
public final class Text implements Condition, RowStatement<Row> {
    private final List<String> pieces;
    private final List<SqlNode> binds;

    private Text(List<String> pieces, List<SqlNode> binds) {
        this.pieces = pieces;
        this.binds = binds;
    }

    /**
     * Create raw SQL.
     *
     * @param sql the text; <strong>raw SQL</strong>, rendered as it is
     */
    public Text(String sql) {
        TextScan scan = new TextScan(sql);
        List<SqlNode> found = new ArrayList<>();
        scan.names.forEach(name -> found.add(Bind.named(name, SqlTypes.OTHER)));
        this.pieces = List.copyOf(scan.pieces);
        this.binds = List.copyOf(found);
    }

    /**
     * Give a bind its value. A collection is a list of values, such as stands right of IN: it is written in parentheses,
     * with one place per value.
     *
     * @param name the name, as {@code :name} in the text
     * @param value the value, {@code null} for NULL, or a collection
     * @return a new text
     * @throws ArgumentException if the text has no bind of this name
     */
    public Text bind(String name, @Nullable Object value) {
        return bound(name, value instanceof Collection<?> values ? listOf(name, values) : bindOf(name, value));
    }

    /**
     * Give a bind its value and type.
     *
     * @param name the name, as {@code :name} in the text
     * @param value the value, or {@code null} for NULL
     * @param type the type that it is bound as
     * @param <V> the Java type
     * @return a new text
     * @throws ArgumentException if the text has no bind of this name
     */
    public <V> Text bind(String name, @Nullable V value, SqlType<V> type) {
        return bound(name, Bind.named(name, value, type));
    }

    private Text bound(String name, SqlNode meant) {
        List<SqlNode> bound = new ArrayList<>();
        boolean isFound = false;
        for (SqlNode bind : binds) {
            boolean isMeant = nameOf(bind).equals(name);
            isFound |= isMeant;
            bound.add(isMeant ? meant : bind);
        }
        if (!isFound) {
            throw new ArgumentException("Text has no bind [:%s]; it has %s"
                    .formatted(name, binds.stream().map(Text::nameOf).toList()));
        }
        return new Text(pieces, List.copyOf(bound));
    }

    private static String nameOf(SqlNode bind) {
        return bind instanceof BindList<?> list ? list.name() : ((Bind<?>) bind).name();
    }

    private static Bind<?> bindOf(String name, @Nullable Object value) {
        return Bind.named(name, value, typeOf(value));
    }

    private static BindList<?> listOf(String name, Collection<?> values) {
        Object first = values.isEmpty() ? null : values.iterator().next();
        return BindList.named(name, new ArrayList<Object>(values), typeOf(first));
    }

    @SuppressWarnings("unchecked") // the type is found by the value's own class
    private static SqlType<Object> typeOf(@Nullable Object value) {
        SqlType<?> known = value == null ? null : SqlTypes.find(value.getClass());
        return known == null ? SqlTypes.OTHER : (SqlType<Object>) known;
    }

    /**
     * Say what the text selects, by position.
     *
     * @param only what its only column is
     * @param <T> its Java type
     * @return a statement that yields this
     */
    public <T> TextSelect<T> columns(Selectable<T> only) {
        return new TextSelect<>(this, RowShape.only(only));
    }

    /**
     * Say what the text selects, by position.
     *
     * @param positional what its columns are, in order
     * @return a statement that yields rows
     */
    public TextSelect<Row> columns(Selectable<?>... positional) {
        return new TextSelect<>(this, RowShape.rows(List.of(positional)));
    }

    /**
     * Return the text between the binds.
     *
     * @return one piece more than there are binds
     */
    public List<String> pieces() {
        return pieces;
    }

    @Override
    public RowShape<Row> shapeOfRows() {
        return RowShape.rows(List.of());
    }

    @Override
    public @Nullable Operator operator() {
        return null;
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitText(this);
    }

    @Override
    public List<SqlNode> children() {
        return binds;
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        return new Text(pieces, new Nodes(children).next(children.size()));
    }

    @Override
    public Object shape() {
        return pieces;
    }
}

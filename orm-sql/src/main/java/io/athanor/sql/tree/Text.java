package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.type.SqlType;
import io.athanor.sql.type.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Raw SQL: a whole statement, a condition or an ordering; never a value. {@code :name} is a bind; {@code ::} and
 * {@code \:} are not. The text itself is rendered as it is, so it must never be made of a user's input.
 *
 * @since 0.1.0
 */
public final class Text implements Condition, RowStatement<Row> {
    private static final Pattern BIND = Pattern.compile("(?<![:\\w\\\\]):(\\w+)(?!:)");

    private final List<String> pieces;
    private final List<Bind<?>> binds;

    private Text(List<String> pieces, List<Bind<?>> binds) {
        this.pieces = pieces;
        this.binds = binds;
    }

    /**
     * Create raw SQL.
     *
     * @param sql the text; <strong>raw SQL</strong>, rendered as it is
     */
    public Text(String sql) {
        List<String> texts = new ArrayList<>();
        List<Bind<?>> found = new ArrayList<>();
        Matcher matcher = BIND.matcher(sql);
        int end = 0;
        while (matcher.find()) {
            texts.add(unescape(sql.substring(end, matcher.start())));
            found.add(Bind.named(matcher.group(1), SqlTypes.OTHER));
            end = matcher.end();
        }
        texts.add(unescape(sql.substring(end)));
        this.pieces = List.copyOf(texts);
        this.binds = List.copyOf(found);
    }

    private static String unescape(String piece) {
        return piece.replace("\\:", ":");
    }

    /**
     * Give a bind its value.
     *
     * @param name the name, as {@code :name} in the text
     * @param value the value, or {@code null} for NULL
     * @return a new text
     * @throws ArgumentException if the text has no bind of this name
     */
    public Text bind(String name, @Nullable Object value) {
        List<Bind<?>> bound = new ArrayList<>();
        boolean isFound = false;
        for (Bind<?> bind : binds) {
            boolean isMeant = bind.name().equals(name);
            isFound |= isMeant;
            bound.add(isMeant ? bindOf(name, value) : bind);
        }
        if (!isFound) {
            throw new ArgumentException("Text has no bind [:%s]; it has %s"
                    .formatted(name, binds.stream().map(Bind::name).toList()));
        }
        return new Text(pieces, List.copyOf(bound));
    }

    @SuppressWarnings("unchecked") // the type is found by the value's own class
    private static Bind<?> bindOf(String name, @Nullable Object value) {
        SqlType<?> known = value == null ? null : SqlTypes.find(value.getClass());
        return new Bind<>(name, value, known == null ? SqlTypes.OTHER : (SqlType<Object>) known);
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
    public List<Bind<?>> children() {
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

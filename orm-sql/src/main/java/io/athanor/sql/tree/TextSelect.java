package io.athanor.sql.tree;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Raw SQL that selects known columns, so that it can be read typed and be a part of other statements. The columns stand
 * for those of the text by their position. Immutable and thread-safe.
 *
 * @param <T> what each row yields
 * @since 0.1.0
 */
public final class TextSelect<T> implements SelectStatement<T> {
    private final Text text;
    private final List<Selectable<?>> selected;
    private final RowShape<T> shape;

    TextSelect(Text text, RowShape<T> shape) {
        this(text, List.copyOf(shape.selected()), shape);
    }

    private TextSelect(Text text, List<Selectable<?>> selected, RowShape<T> shape) {
        this.text = text;
        this.selected = selected;
        this.shape = shape;
    }

    /**
     * Give a bind its value.
     *
     * @param name the name, as {@code :name} in the text
     * @param value the value, {@code null} for NULL, or a collection, which is expanded
     * @return a new statement
     * @throws io.athanor.sql.error.ArgumentException if the text has no bind of this name
     */
    public TextSelect<T> bind(String name, @Nullable Object value) {
        return new TextSelect<>(text.bind(name, value), selected, shape);
    }

    /**
     * Return the text.
     *
     * @return the raw SQL
     */
    public Text text() {
        return text;
    }

    @Override
    public List<? extends Selectable<?>> selected() {
        return selected;
    }

    @Override
    public RowShape<T> shapeOfRows() {
        return shape;
    }

    @Override
    public void accept(SqlVisitor visitor) {
        visitor.visitTextSelect(this);
    }

    @Override
    public List<SqlNode> children() {
        List<SqlNode> children = new ArrayList<>();
        children.add(text);
        children.addAll(selected);
        return children;
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        Nodes nodes = new Nodes(children);
        Text changed = nodes.next();
        return new TextSelect<>(changed, nodes.next(selected.size()), shape);
    }
}

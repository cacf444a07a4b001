package io.athanor.dialect.postgresql;

import io.athanor.sql.tree.CustomExpression;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.type.SqlType;
import java.util.List;

/** An expression that only PostgreSQL has: text with expressions between its pieces. */
final class PostgresqlExpression<T> extends CustomExpression<T> {
    private final List<String> pieces;

    /** One piece more than there are children. */
    PostgresqlExpression(List<String> pieces, SqlType<T> type, List<? extends SqlNode> children) {
        super(type, children.toArray(SqlNode[]::new));
        this.pieces = pieces;
    }

    List<String> pieces() {
        return pieces;
    }

    @Override
    public SqlNode withChildren(List<? extends SqlNode> children) {
        return new PostgresqlExpression<>(pieces, type(), children);
    }

    @Override
    public Object shape() {
        return List.of(pieces, type());
    }
}

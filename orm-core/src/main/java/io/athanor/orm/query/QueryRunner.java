package io.athanor.orm.query;

import io.athanor.engine.Result;
import io.athanor.sql.tree.RowStatement;
import io.athanor.sql.tree.Statement;
import java.util.Map;

/**
 * Runs the statements of queries. Implemented by the session.
 *
 * @since 0.1.0
 */
public interface QueryRunner {
    /**
     * Run a statement: flush first if the session does so by itself, then execute and load.
     *
     * @param statement the statement
     * @param parameters the values of its named binds
     * @param isUnique whether equal rows are yielded once, as those of a query are
     * @param <T> what each row yields
     * @return the result
     */
    <T> Result<T> run(RowStatement<T> statement, Map<String, ?> parameters, boolean isUnique);

    /**
     * Run an UPDATE or DELETE of an entity: flush first if the session does so by itself, then bring instances up to date.
     *
     * @param statement the statement
     * @param parameters the values of its named binds
     * @return how many rows it met
     */
    long change(Statement statement, Map<String, ?> parameters);
}

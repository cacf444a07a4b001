package io.athanor.orm.load;

import io.athanor.sql.tree.Delete;
import io.athanor.sql.tree.MappedStatement;
import io.athanor.sql.tree.Returning;
import io.athanor.sql.tree.Select;
import io.athanor.sql.tree.SqlNode;
import io.athanor.sql.tree.StatementOption;
import io.athanor.sql.tree.Update;
import java.util.List;

/** Finds the options that a statement was given, wherever it keeps them. */
public final class GivenOptions {
    private GivenOptions() {}

    /**
     * Return the options of a statement.
     *
     * @param statement the statement; what is made of its rows is looked through
     * @return the options in order
     */
    public static List<StatementOption> of(SqlNode statement) {
        if (statement instanceof Select<?> select) {
            return select.statementOptions();
        } else if (statement instanceof MappedStatement<?> mapped) {
            return of(mapped.statement());
        } else if (statement instanceof FromStatement<?> from) {
            return from.options();
        } else if (statement instanceof Returning<?> returning) {
            return returning.statementOptions();
        } else if (statement instanceof Update update) {
            return update.options().more();
        }
        return statement instanceof Delete delete ? delete.options().more() : List.of();
    }
}

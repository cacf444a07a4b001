package io.athanor.orm.query;

import io.athanor.sql.tree.StatementOption;

/**
 * How a session takes what a statement yields; SQLAlchemy's execution options of the ORM.
 *
 * @since 0.1.0
 */
public enum ExecutionOption implements StatementOption {
    /** Overwrite what instances have loaded, and drop what was changed in them. */
    POPULATE_EXISTING
}

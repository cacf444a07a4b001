package io.athanor.sql.compile;

import io.athanor.sql.tree.FromClause;
import io.athanor.sql.tree.Hint;
import io.athanor.sql.tree.SqlNode;
import java.util.Map;
import java.util.Set;

/**
 * A statement being written.
 *
 * @param statement the statement
 * @param froms what it has in FROM, joins and what they join alike
 * @param all that, and what the statements around it have
 * @param hints what is said about elements of FROM
 */
record Scope(SqlNode statement, Set<FromClause> froms, Set<FromClause> all, Map<FromClause, Hint> hints) {}

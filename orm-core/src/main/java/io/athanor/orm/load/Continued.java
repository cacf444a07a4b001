package io.athanor.orm.load;

import io.athanor.orm.mapper.LoadRule;
import io.athanor.orm.mapper.LoaderCriteria;
import io.athanor.sql.tree.StatementOption;
import java.util.List;

/**
 * What a statement that loads related objects takes over from the one that loaded their parents.
 *
 * @param rules the rules for what it loads
 * @param criteria the conditions on entities, wherever they are loaded
 * @param trail the classes on the way here, which are not loaded along with it again unless a rule says so
 */
record Continued(List<LoadRule> rules, List<LoaderCriteria<?>> criteria, List<Class<?>> trail)
        implements StatementOption {
    Continued {
        rules = List.copyOf(rules);
        criteria = List.copyOf(criteria);
        trail = List.copyOf(trail);
    }
}

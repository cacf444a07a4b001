package io.athanor.orm.query;

import io.athanor.orm.instrument.CustomCollection;
import java.util.List;

/** The members of a relationship by query. */
final class RelatedQuery extends Unread implements DynamicCollection<Object> {
    static final CustomCollection<DynamicCollection<Object>, List<Object>> DOOR = new Door<>(RelatedQuery::new);

    private RelatedQuery(List<Object> storage) {
        super(storage);
    }

    @Override
    @SuppressWarnings("unchecked") // the relationship's members are of the class that the field states
    public Query<Object> query() {
        return (Query<Object>) ask(RelatedQuerySource::relatedQuery);
    }

    @Override
    public String toString() {
        return "DynamicCollection";
    }
}

package io.athanor.orm.query;

/** Makes queries of what objects are related to. Implemented by the session. Not for application code. */
public interface RelatedQuerySource {
    /**
     * Make a query of the members of a collection.
     *
     * @param owner the object that has the collection
     * @param relationship the relationship, by the place of its field
     * @return the query, in the relationship's order
     */
    Query<?> relatedQuery(Object owner, int relationship);
}

package io.athanor.processor.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The persistent fields of a class.
 *
 * @param names the names of all, in the order of their declaration
 * @param attributes those that are stored in columns
 * @param relationships those that refer to other mapped objects
 * @since 0.1.0
 */
public record MemberModels(List<String> names, List<AttributeModel> attributes, List<RelationshipModel> relationships) {
    static final MemberModels NONE = new MemberModels(List.of(), List.of(), List.of());

    /**
     * Put the fields of another class behind these.
     *
     * @param more the other fields
     * @return all of them
     */
    public MemberModels plus(MemberModels more) {
        return new MemberModels(
                join(names, more.names), join(attributes, more.attributes), join(relationships, more.relationships));
    }

    private static <T> List<T> join(List<T> one, List<T> other) {
        List<T> all = new ArrayList<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }
}

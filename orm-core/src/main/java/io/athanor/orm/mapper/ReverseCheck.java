package io.athanor.orm.mapper;

import io.athanor.orm.mapping.MappingException;

/** Checks that the two sides of a relationship fit. */
final class ReverseCheck {
    private ReverseCheck() {}

    static void check(MappedRelationship one) {
        String name = one.mapping().backPopulates();
        if (name == null) {
            return;
        }
        MappedRelationship other = one.target().findRelationship(name);
        if (other == null) {
            throw new MappingException("Relationship [%s] back-populates [%s.%s], which is no relationship; it has %s"
                    .formatted(
                            one,
                            one.target().type().getSimpleName(),
                            name,
                            one.target().relationships().stream()
                                    .map(MappedRelationship::name)
                                    .toList()));
        }
        Class<?> owner = one.owner().type();
        Class<?> back = other.mapping().target();
        if (!back.isAssignableFrom(owner) && !owner.isAssignableFrom(back)) {
            throw new MappingException(
                    "Relationship [%s] back-populates [%s], which refers to [%s]; name a relationship to [%s]"
                            .formatted(one, other, back.getSimpleName(), owner.getSimpleName()));
        }
        boolean isSame = one.direction() == other.direction() && one.direction() != Direction.MANY_TO_MANY;
        if (isSame) {
            throw new MappingException(
                    "Relationship [%s] and its other side [%s] are both [%s]; state remoteSide for the one that refers to a single object"
                            .formatted(one, other, one.direction()));
        }
    }
}

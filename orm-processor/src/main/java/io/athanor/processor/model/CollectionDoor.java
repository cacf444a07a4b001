package io.athanor.processor.model;

import io.athanor.processor.model.RelationshipModel.Kind;
import io.athanor.processor.model.RelationshipModel.Statement;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads a class that shows the members of a relationship as the application's own collection. */
final class CollectionDoor {
    static final String MEMBER = "collection";
    private static final String DOOR = "io.athanor.orm.instrument.CustomCollection";

    private CollectionDoor() {}

    /** What a class implements as a door, with the types of what it shows and what it keeps; null if it is none. */
    static @Nullable DeclaredType of(@Nullable TypeElement door) {
        if (door == null) {
            return null;
        }
        for (TypeMirror implemented : door.getInterfaces()) {
            if (implemented instanceof DeclaredType declared
                    && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(DOOR)
                    && declared.getTypeArguments().size() == 2) {
                return declared;
            }
        }
        return null;
    }

    static @Nullable TypeElement shown(DeclaredType door) {
        return element(door.getTypeArguments().get(0));
    }

    static @Nullable TypeElement kept(DeclaredType door) {
        TypeElement kept = element(door.getTypeArguments().get(1));
        return kept != null && SourceTypes.isCollection(kept) && !SourceTypes.isUnread(kept) ? kept : null;
    }

    /** The mapped class of the members. */
    static @Nullable TypeElement target(DeclaredType door) {
        if (!(door.getTypeArguments().get(1) instanceof DeclaredType kept)
                || kept.getTypeArguments().isEmpty()) {
            return null;
        }
        TypeElement member =
                element(kept.getTypeArguments().get(kept.getTypeArguments().size() - 1));
        return member != null && OrmAnnotations.isMapped(member) ? member : null;
    }

    private static @Nullable TypeElement element(TypeMirror type) {
        return type instanceof DeclaredType declared ? (TypeElement) declared.asElement() : null;
    }

    /** What the descriptor says of it. */
    static Statement statement(TypeElement door) {
        TypeElement kept = Objects.requireNonNull(kept(Objects.requireNonNull(of(door))));
        return new Statement(
                MEMBER,
                Kind.LITERALS,
                List.of(kept.getQualifiedName() + ".class", "new " + door.getQualifiedName() + "()"));
    }
}

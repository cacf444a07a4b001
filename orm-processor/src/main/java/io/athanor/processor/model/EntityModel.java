package io.athanor.processor.model;

import java.util.List;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * A mapped class that keeps every rule.
 *
 * @param type the class
 * @param packageName its package, empty for the unnamed one
 * @param table the table's name, empty if it follows from the class
 * @param members the persistent fields that it declares
 * @param inherited the persistent fields of the mapped classes above it, topmost first
 * @param associations the secondary tables that it declares
 * @param eagerDefaults the constant of {@code EagerDefaults} that is stated, or {@code null}
 * @param mappedSuperclass the nearest mapped class above it, or {@code null}
 * @since 0.1.0
 */
public record EntityModel(
        TypeElement type,
        String packageName,
        String table,
        MemberModels members,
        MemberModels inherited,
        List<AssociationModel> associations,
        @Nullable String eagerDefaults,
        @Nullable TypeElement mappedSuperclass) {

    /**
     * Return the name under which the metamodel is generated.
     *
     * @return the simple name, in the package of the class even if that is nested
     */
    public String metamodelName() {
        return type.getSimpleName() + "_";
    }

    /**
     * Return the name under which the descriptor is generated.
     *
     * @return the simple name, in the package of the class even if that is nested
     */
    public String descriptorName() {
        return type.getSimpleName() + "_Descriptor";
    }
}

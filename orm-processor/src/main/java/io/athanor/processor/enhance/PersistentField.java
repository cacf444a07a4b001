package io.athanor.processor.enhance;

import org.objectweb.asm.Type;

/**
 * A field that the session loads and stores.
 *
 * @param name the field's name
 * @param descriptor its erased type, as in the class file
 * @param isRelationship whether it refers to other mapped objects, so that even an instance in no session is told of writes
 * @since 0.1.0
 */
public record PersistentField(String name, String descriptor, boolean isRelationship) {
    boolean isIn(String otherName, String otherDescriptor) {
        return name.equals(otherName) && descriptor.equals(otherDescriptor);
    }

    Type type() {
        return Type.getType(descriptor);
    }
}

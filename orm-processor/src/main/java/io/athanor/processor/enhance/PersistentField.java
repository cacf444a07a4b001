package io.athanor.processor.enhance;

import org.objectweb.asm.Type;

/**
 * A field that the session loads and stores.
 *
 * @param name the field's name
 * @param descriptor its erased type, as in the class file
 * @since 0.1.0
 */
public record PersistentField(String name, String descriptor) {
    Type type() {
        return Type.getType(descriptor);
    }
}

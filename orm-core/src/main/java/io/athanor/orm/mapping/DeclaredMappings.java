package io.athanor.orm.mapping;

import io.athanor.orm.instrument.Instrumented;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Where enhanced classes announce themselves when they are initialised, and where registries find them. Nothing is scanned,
 * and a class that is announced can be unloaded: what is known of it hangs on the class itself. Thread-safe.
 *
 * @since 0.1.0
 */
public final class DeclaredMappings {
    private static final ClassValue<AtomicReference<@Nullable Declaration<?>>> DECLARATIONS = new ClassValue<>() {
        @Override
        protected AtomicReference<@Nullable Declaration<?>> computeValue(Class<?> type) {
            return new AtomicReference<>();
        }
    };

    private DeclaredMappings() {}

    /**
     * Announce an annotated and enhanced class. Called by its class initialiser, before anything else in it.
     *
     * @param type the class
     * @param descriptor gives its mapping when a registry asks for it
     * @param prototype a blank instance, from which others are made; {@code null} if the class is abstract
     * @param <E> the class
     * @throws MappingException if the class has been announced before or is not enhanced
     */
    public static <E> void register(Class<E> type, Descriptor<E> descriptor, @Nullable Instrumented prototype) {
        put(type, new Declaration<>(type, prototype, descriptor, List.of()));
    }

    /**
     * Announce a class that is enhanced but not annotated, to be mapped imperatively. Called by its class initialiser, before
     * anything else in it.
     *
     * @param type the class
     * @param names the names of its persistent fields, inherited ones left out, in the order of their indexes
     * @param classes the classes of these fields, in the same order
     * @param prototype a blank instance, from which others are made; {@code null} if the class is abstract
     * @throws MappingException if the class has been announced before or is not enhanced, or there are not as many
     *     names as classes
     */
    public static void registerFields(
            Class<?> type, String[] names, Class<?>[] classes, @Nullable Instrumented prototype) {
        if (names.length != classes.length) {
            throw new MappingException(
                    "Class [%s] announces [%d] names and [%d] classes of fields; give as many of each"
                            .formatted(type.getName(), names.length, classes.length));
        }
        List<Declaration.Field> fields = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            fields.add(new Declaration.Field(names[i], classes[i]));
        }
        put(type, new Declaration<>(type, prototype, null, List.copyOf(fields)));
    }

    private static void put(Class<?> type, Declaration<?> declaration) {
        if (!Instrumented.class.isAssignableFrom(type)) {
            throw new MappingException(
                    "Class [%s] is announced as enhanced but does not implement Instrumented; only the enhancer writes the call that announces a class"
                            .formatted(type.getName()));
        }
        if (!DECLARATIONS.get(type).compareAndSet(null, declaration)) {
            throw new MappingException("Class [%s] has been announced already; only its own initialiser may do so"
                    .formatted(type.getName()));
        }
    }

    /**
     * Return what a class has announced, initialising it if it has not been.
     *
     * @param type the class
     * @param <E> the class
     * @return what is known of it, or {@code null} if it is not enhanced
     * @throws UnenhancedClassException if it is annotated but not enhanced
     */
    @SuppressWarnings("unchecked") // a class announces itself
    public static <E> @Nullable Declaration<E> find(Class<E> type) {
        Declaration<?> declaration = DECLARATIONS.get(type).get();
        if (declaration == null) {
            initialise(type);
            declaration = DECLARATIONS.get(type).get();
        }
        if (declaration == null && type.isAnnotationPresent(Mapped.class)) {
            throw new UnenhancedClassException(type);
        }
        return (Declaration<E>) declaration;
    }

    /**
     * Return what a class, or else the nearest class above it, has announced.
     *
     * @param type the class, or {@code null}
     * @return what is known of it, or {@code null} if neither is enhanced
     * @throws UnenhancedClassException if one is annotated but not enhanced
     */
    public static @Nullable Declaration<?> nearest(@Nullable Class<?> type) {
        Declaration<?> found = null;
        for (Class<?> each = type; each != null && found == null; each = each.getSuperclass()) {
            found = find(each);
        }
        return found;
    }

    private static void initialise(Class<?> type) {
        try {
            Class.forName(type.getName(), true, type.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new MappingException(
                    "Class [%s] is not found by its own loader [%s]; map a class that has a name"
                            .formatted(type.getName(), type.getClassLoader()),
                    impossible);
        }
    }
}

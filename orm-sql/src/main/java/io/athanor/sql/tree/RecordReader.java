package io.athanor.sql.tree;

import io.athanor.sql.error.ArgumentException;
import io.athanor.sql.error.OrmException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of rows. The components are matched by name if each has the name of something that is selected, else by
 * position; what does not fit is refused when the statement is built.
 */
final class RecordReader<R extends Record> implements Function<Row, R> {
    private final Class<R> type;
    private final MethodHandle constructor;
    private final List<? extends Selectable<?>> arguments;
    private final boolean[] isPrimitive;

    private RecordReader(
            Class<R> type, MethodHandle constructor, List<? extends Selectable<?>> arguments, boolean[] isPrimitive) {
        this.type = type;
        this.constructor = constructor;
        this.arguments = arguments;
        this.isPrimitive = isPrimitive;
    }

    static <R extends Record> RecordReader<R> of(Class<R> type, List<? extends Selectable<?>> selected) {
        RecordComponent[] components = type.getRecordComponents();
        if (components.length != selected.size()) {
            throw new ArgumentException(
                    "Record [%s] has [%d] components %s, but the statement selects [%d] things; select one for each"
                            .formatted(type.getName(), components.length, names(components), selected.size()));
        }
        List<String> keys = selected.stream().map(Operations::nameOf).toList();
        boolean isByName = keys.containsAll(names(components));
        List<Selectable<?>> arguments = new ArrayList<>();
        boolean[] isPrimitive = new boolean[components.length];
        for (int i = 0; i < components.length; i++) {
            arguments.add(selected.get(isByName ? keys.indexOf(components[i].getName()) : i));
            isPrimitive[i] = components[i].getType().isPrimitive();
            check(type, components[i], arguments.get(i));
        }
        return new RecordReader<>(type, constructor(type, components), List.copyOf(arguments), isPrimitive);
    }

    private static List<String> names(RecordComponent[] components) {
        return Arrays.stream(components).map(RecordComponent::getName).toList();
    }

    private static void check(Class<?> type, RecordComponent component, Selectable<?> selected) {
        Class<?> wanted = MethodType.methodType(component.getType()).wrap().returnType();
        if (selected instanceof Expression<?> expression
                && !wanted.isAssignableFrom(expression.type().javaType())) {
            throw new ArgumentException(
                    "Component [%s] of record [%s] is a [%s], but [%s] is a [%s]; change one of them"
                            .formatted(
                                    component.getName(),
                                    type.getName(),
                                    wanted.getSimpleName(),
                                    Operations.nameOf(selected),
                                    expression.type().javaType().getSimpleName()));
        }
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
        Class<?>[] parameters =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return MethodHandles.publicLookup()
                    .findConstructor(type, MethodType.methodType(void.class, parameters))
                    .asSpreader(Object[].class, parameters.length);
        } catch (NoSuchMethodException | IllegalAccessException hidden) {
            throw new ArgumentException(
                    "Record [%s] cannot be constructed from here; make it public in an exported package, or use map(…)"
                            .formatted(type.getName()));
        }
    }

    @Override
    public R apply(Row row) {
        List<@Nullable Object> values = new ArrayList<>(arguments.size());
        for (int i = 0; i < arguments.size(); i++) {
            Object value = row.get(arguments.get(i));
            if (value == null && isPrimitive[i]) {
                throw new ArgumentException(
                        "Component [%s] of record [%s] is primitive, but the row holds NULL; use the wrapper class"
                                .formatted(type.getRecordComponents()[i].getName(), type.getName()));
            }
            values.add(value);
        }
        try {
            return type.cast(constructor.invoke(values.toArray()));
        } catch (RuntimeException | Error own) {
            throw own;
        } catch (Throwable checked) {
            throw new RecordConstructionException(type, checked);
        }
    }

    /** The constructor of a record has thrown a checked exception. */
    static final class RecordConstructionException extends OrmException {
        private static final long serialVersionUID = 1L;

        RecordConstructionException(Class<?> type, Throwable cause) {
            super("The constructor of record [%s] failed; see the cause".formatted(type.getName()), cause);
        }
    }
}

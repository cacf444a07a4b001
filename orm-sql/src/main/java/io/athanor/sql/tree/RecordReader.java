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
    /** What reflection tells of a record is asked once. */
    private static final ClassValue<Form> FORMS = new ClassValue<>() {
        @Override
        protected Form computeValue(Class<?> type) {
            return Form.of(type);
        }
    };

    private final Class<R> type;
    private final Form form;
    private final List<? extends Selectable<?>> arguments;

    private RecordReader(Class<R> type, Form form, List<? extends Selectable<?>> arguments) {
        this.type = type;
        this.form = form;
        this.arguments = arguments;
    }

    /** The components of a record and its constructor. */
    private record Form(List<String> names, List<Class<?>> classes, MethodHandle constructor) {
        static Form of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            List<String> names =
                    Arrays.stream(components).map(RecordComponent::getName).toList();
            Class<?>[] classes =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return new Form(names, List.of(classes), constructor(type, classes));
        }

        private static MethodHandle constructor(Class<?> type, Class<?>[] classes) {
            try {
                return MethodHandles.publicLookup()
                        .findConstructor(type, MethodType.methodType(void.class, classes))
                        .asSpreader(Object[].class, classes.length);
            } catch (NoSuchMethodException | IllegalAccessException hidden) {
                throw new ArgumentException(
                        "Record [%s] cannot be constructed from here; make it public in an exported package, or use map(…)"
                                .formatted(type.getName()));
            }
        }
    }

    static <R extends Record> RecordReader<R> of(Class<R> type, List<? extends Selectable<?>> selected) {
        int size = type.getRecordComponents().length;
        if (size != selected.size()) {
            throw new ArgumentException(
                    "Record [%s] has [%d] components %s, but the statement selects [%d] things; select one for each"
                            .formatted(type.getName(), size, names(type), selected.size()));
        }
        Form form = FORMS.get(type);
        List<String> keys = selected.stream().map(Operations::nameOf).toList();
        boolean isByName = keys.containsAll(form.names());
        List<Selectable<?>> arguments = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            arguments.add(selected.get(isByName ? keys.indexOf(form.names().get(i)) : i));
            check(type, form, i, arguments.get(i));
        }
        return new RecordReader<>(type, form, List.copyOf(arguments));
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static void check(Class<?> type, Form form, int component, Selectable<?> selected) {
        Class<?> wanted =
                MethodType.methodType(form.classes().get(component)).wrap().returnType();
        if (selected instanceof Expression<?> expression
                && !wanted.isAssignableFrom(expression.type().javaType())) {
            throw new ArgumentException(
                    "Component [%s] of record [%s] is a [%s], but [%s] is a [%s]; change one of them"
                            .formatted(
                                    form.names().get(component),
                                    type.getName(),
                                    wanted.getSimpleName(),
                                    Operations.nameOf(selected),
                                    expression.type().javaType().getSimpleName()));
        }
    }

    @Override
    public R apply(Row row) {
        @Nullable Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = row.get(arguments.get(i));
            if (value == null && form.classes().get(i).isPrimitive()) {
                throw new ArgumentException(
                        "Component [%s] of record [%s] is primitive, but the row holds NULL; use the wrapper class"
                                .formatted(form.names().get(i), type.getName()));
            }
            values[i] = value;
        }
        try {
            return type.cast(form.constructor().invoke(values));
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

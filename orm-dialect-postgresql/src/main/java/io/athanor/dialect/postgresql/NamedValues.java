package io.athanor.dialect.postgresql;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/**
 * Texts that go to the server as values of a type of its own. Text of no type becomes what its place wants, but not every place
 * can tell: {@code now() - ?} may take off a time or a length of time. Only the driver's own class of values says the type; it
 * is found beside the driver's statement, so that nothing of the driver is required.
 */
final class NamedValues {
    private static final ClassValue<Maker> MAKERS = new ClassValue<>() {
        @Override
        protected Maker computeValue(Class<?> statement) {
            return Maker.beside(statement);
        }
    };

    private NamedValues() {}

    /** Bind a text as a value of a type; another driver is left to tell the type by itself. */
    static void bind(PreparedStatement statement, int index, String type, String text) throws SQLException {
        Class<?> driven = statement.unwrap(PreparedStatement.class).getClass();
        Object value = MAKERS.get(driven).make(type, text);
        if (value == null) {
            statement.setObject(index, text, Types.OTHER);
        } else {
            statement.setObject(index, value);
        }
    }

    /** Makes instances of the driver's class; null where there is no such class. */
    private record Maker(
            @Nullable MethodHandle create,
            @Nullable MethodHandle setType,
            @Nullable MethodHandle setValue) {

        static Maker beside(Class<?> statement) {
            Lookup lookup = MethodHandles.publicLookup();
            MethodType setter = MethodType.methodType(void.class, String.class);
            try {
                Class<?> value = Class.forName("org.postgresql.util.PGobject", true, statement.getClassLoader());
                return new Maker(
                        lookup.findConstructor(value, MethodType.methodType(void.class)),
                        lookup.findVirtual(value, "setType", setter),
                        lookup.findVirtual(value, "setValue", setter));
            } catch (ReflectiveOperationException anotherDriver) {
                return new Maker(null, null, null);
            }
        }

        @Nullable Object make(String type, String text) throws SQLException {
            if (create == null || setType == null || setValue == null) {
                return null;
            }
            try {
                Object value = create.invoke();
                setType.invoke(value, type);
                setValue.invoke(value, text);
                return value;
            } catch (SQLException | RuntimeException | Error thrown) {
                throw thrown;
            } catch (Throwable impossible) {
                throw new SQLException("The driver refuses a value of type [" + type + "]", impossible);
            }
        }
    }
}

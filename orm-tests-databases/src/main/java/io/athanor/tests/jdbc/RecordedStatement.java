package io.athanor.tests.jdbc;

import static java.util.Objects.requireNonNull;

import io.athanor.tests.jdbc.Sent.Kind;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A statement that tells its connection what it runs, and with which parameters. */
final class RecordedStatement implements InvocationHandler {
    private final RecordedConnection connection;
    private final Statement real;
    private final @Nullable String prepared;
    private final TreeMap<Integer, @Nullable Object> parameters = new TreeMap<>();
    private final List<List<@Nullable Object>> batch = new ArrayList<>();

    /** Record a statement, whose SQL is null unless it is prepared. */
    RecordedStatement(RecordedConnection connection, Statement real, @Nullable String prepared) {
        this.connection = connection;
        this.real = real;
        this.prepared = prepared;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given) throws Throwable {
        Object[] arguments = given == null ? RecordedConnection.NONE : given;
        String name = method.getName();
        if (name.equals("equals")) {
            return proxy == arguments[0];
        } else if (name.startsWith("execute")) {
            return execute(method, given);
        } else if (name.equals("addBatch")) {
            batch.add(row());
        } else if (name.equals("clearParameters")) {
            parameters.clear();
        } else if (name.equals("clearBatch")) {
            batch.clear();
        } else if (isParameter(method)) {
            parameters.put((Integer) arguments[0], name.equals("setNull") ? null : arguments[1]);
        }
        return RecordedConnection.call(real, method, given);
    }

    private boolean isParameter(Method method) {
        Class<?>[] types = method.getParameterTypes();
        return method.getName().startsWith("set") && types.length >= 2 && types[0] == int.class;
    }

    private List<@Nullable Object> row() {
        return Collections.unmodifiableList(new ArrayList<>(parameters.values()));
    }

    private @Nullable Object execute(Method method, Object @Nullable [] arguments) throws Throwable {
        Object first = arguments == null || arguments.length == 0 ? null : arguments[0];
        String sql = requireNonNull(first instanceof String own ? own : prepared);
        if (method.getName().equals("executeBatch")) {
            connection.running(new Sent(Kind.BATCH, sql, List.copyOf(batch)));
            batch.clear();
        } else {
            connection.running(new Sent(Kind.STATEMENT, sql, List.of(row())));
        }
        Object result = RecordedConnection.call(real, method, arguments);
        connection.succeeded(sql);
        return result;
    }
}

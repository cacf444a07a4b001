package io.athanor.tests.jdbc;

import static java.util.Objects.requireNonNull;

import io.athanor.tests.jdbc.Sent.Kind;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A connection that tells a recording what it is told. */
final class RecordedConnection implements InvocationHandler {
    static final Object[] NONE = {};

    private final Connection real;
    private final Recording recording;
    private final Giveback giveback;
    private boolean hasBegun;
    private boolean isInTransaction;
    private boolean isClosed;

    /** What becomes of the real connection when this one is closed. */
    @FunctionalInterface
    interface Giveback {
        void accept(Connection real) throws SQLException;
    }

    private RecordedConnection(Connection real, Recording recording, Giveback giveback) {
        this.real = real;
        this.recording = recording;
        this.giveback = giveback;
    }

    static Connection of(Connection real, Recording recording, Giveback giveback) {
        recording.connectionTaken();
        return proxy(Connection.class, new RecordedConnection(real, recording, giveback));
    }

    static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given) throws Throwable {
        Object[] arguments = given == null ? NONE : given;
        switch (method.getName()) {
            case "equals":
                return proxy == arguments[0];
            case "hashCode":
                return System.identityHashCode(proxy);
            case "isClosed":
                return isClosed || real.isClosed();
            case "close":
            case "abort":
                close();
                return null;
            default:
                break;
        }
        if (isClosed) {
            throw new SQLException("The recorded connection is closed");
        }
        Object result = call(real, method, given);
        return switch (method.getName()) {
            case "prepareStatement" -> {
                recording.statementPrepared();
                yield proxy(
                        PreparedStatement.class,
                        new RecordedStatement(this, (Statement) requireNonNull(result), (String) arguments[0]));
            }
            case "createStatement" ->
                proxy(Statement.class, new RecordedStatement(this, (Statement) requireNonNull(result), null));
            case "setAutoCommit" -> autoCommitSet((boolean) arguments[0]);
            case "commit" -> ended(Kind.COMMIT);
            case "rollback" -> given == null ? ended(Kind.ROLLBACK) : null;
            default -> result;
        };
    }

    private void close() throws SQLException {
        if (!isClosed) {
            isClosed = true;
            recording.connectionReturned();
            giveback.accept(real);
        }
    }

    /** Turning auto-commit on in a transaction commits it, says JDBC. */
    private @Nullable Object autoCommitSet(boolean on) {
        if (!on) {
            begun();
        } else if (isInTransaction) {
            ended(Kind.COMMIT);
        }
        return null;
    }

    private void begun() {
        if (!isInTransaction) {
            hasBegun = true;
            isInTransaction = true;
            recording.add(Sent.word(Kind.BEGIN));
        }
    }

    private @Nullable Object ended(Kind kind) {
        if (isInTransaction) {
            isInTransaction = false;
            recording.add(Sent.word(kind));
        }
        return null;
    }

    /** Note a statement that is about to run; false if it is a word, which is noted once it has succeeded. */
    void running(Sent statement) {
        if (Kind.ofWord(statement.sql()) == null) {
            recording.add(hasBegun ? statement : new Sent(Kind.PREPARATION, statement.sql(), statement.rows()));
        }
    }

    void succeeded(String sql) {
        Kind word = Kind.ofWord(sql);
        if (word == Kind.BEGIN) {
            begun();
        } else if (word != null) {
            ended(word);
        }
    }
}

package io.athanor.testing;

import io.athanor.engine.Connection;
import io.athanor.orm.session.Session;
import io.athanor.orm.session.SessionFactory;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A JUnit 5 extension that lends each test a connection of its own and undoes, after the test, all that was done over it. A
 * test method, a {@code @BeforeEach} or an {@code @AfterEach} method asks for what it needs as a parameter:
 *
 * <ul>
 *   <li>{@link Session}: a session of the test;
 *   <li>{@link SessionFactory}: for code that opens sessions itself. Their {@code commit()} releases a savepoint, so later
 *       sessions of the test see the work, and nothing of it is left afterwards;
 *   <li>{@link Connection}: the connection, for plain SQL;
 *   <li>{@link StatementCounter}: what the engine has sent since the test began.
 * </ul>
 *
 * <pre>{@code
 * @RegisterExtension
 * static final Sandbox sandbox = Sandbox.of(sessions);
 *
 * @Test
 * @StatementBudget(2)
 * void listsOrders(Session session) { … }
 * }</pre>
 *
 * <p>The database must be able to undo what the tests do: on those where DDL commits, create the tables before. Numbers drawn
 * from sequences stay drawn. Tests may run in parallel where the engine has a connection for each; budgets and counters then
 * count what all of them send, so they want an engine of their own.
 *
 * @since 0.1.0
 */
public final class Sandbox
        implements BeforeTestExecutionCallback, AfterTestExecutionCallback, AfterEachCallback, ParameterResolver {
    private static final Map<Class<?>, Function<Trial, Object>> PARAMETERS = Map.of(
            Session.class, Trial::session,
            SessionFactory.class, Trial::sessions,
            Connection.class, Trial::connection,
            StatementCounter.class, Trial::counter);

    private final SessionFactory sessions;
    private final Namespace namespace = Namespace.create(Sandbox.class, this);

    private Sandbox(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * Create a sandbox over an engine.
     *
     * @param sessions a factory that has its engine
     * @return the extension, to be registered
     */
    public static Sandbox of(SessionFactory sessions) {
        return new Sandbox(sessions);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARAMETERS.containsKey(parameter.getParameter().getType())
                && context.getTestMethod().isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Function<Trial, Object> lending =
                Objects.requireNonNull(PARAMETERS.get(parameter.getParameter().getType()));
        return lending.apply(trialOf(context));
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        if (budgetOf(context).isPresent()) {
            trialOf(context).counter().reset();
        }
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        // A test that has failed already has a better reason than its budget.
        if (context.getExecutionException().isEmpty()) {
            budgetOf(context).ifPresent(budget -> trialOf(context).counter().assertAtMost(budget.value()));
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Trial trial = context.getStore(namespace).remove(Trial.class, Trial.class);
        if (trial != null) {
            trial.undo();
        }
    }

    private Trial trialOf(ExtensionContext context) {
        return context.getStore(namespace).getOrComputeIfAbsent(Trial.class, any -> new Trial(sessions), Trial.class);
    }

    /** The method's own, else that of the nearest class, from the inside out. */
    private static Optional<StatementBudget> budgetOf(ExtensionContext context) {
        Method method = context.getRequiredTestMethod();
        StatementBudget own = method.getAnnotation(StatementBudget.class);
        if (own != null) {
            return Optional.of(own);
        }
        for (Class<?> type = context.getRequiredTestClass(); type != null; type = type.getEnclosingClass()) {
            StatementBudget budget = type.getAnnotation(StatementBudget.class);
            if (budget != null) {
                return Optional.of(budget);
            }
        }
        return Optional.empty();
    }
}

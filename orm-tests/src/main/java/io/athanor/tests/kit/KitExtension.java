package io.athanor.tests.kit;

import io.athanor.engine.dialect.Capability;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/** Gives suites their database, leaves out what the dialect does not declare, and keeps what came of each test. */
final class KitExtension implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private static final Namespace KIT = Namespace.create(KitExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        if (missing(context, required(context)).isEmpty()) {
            suite(context).open(database(context));
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Set<Capability> required = required(context);
        Set<Capability> missing = missing(context, required);
        if (!missing.isEmpty()) {
            throw new TestAbortedException("[%s] does not declare %s"
                    .formatted(database(context).engine().dialect().name(), missing));
        }
        suite(context).fill();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Set<Capability> required = required(context);
        if (!missing(context, required).isEmpty()) {
            database(context).results().skipped(required);
            return;
        }
        Optional<Throwable> failure = context.getExecutionException();
        database(context).results().ran(required, failure.isEmpty());
        try {
            suite(context).clean();
        } catch (RuntimeException | Error unclean) {
            failure.ifPresent(unclean::addSuppressed);
            throw unclean;
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (missing(context, required(context)).isEmpty()) {
            suite(context).close();
        }
    }

    private static Set<Capability> missing(ExtensionContext context, Set<Capability> required) {
        Set<Capability> missing = EnumSet.noneOf(Capability.class);
        missing.addAll(required);
        missing.removeAll(database(context).engine().dialect().capabilities().all());
        return missing;
    }

    private static Set<Capability> required(ExtensionContext context) {
        Set<Capability> required = EnumSet.noneOf(Capability.class);
        AnnotationSupport.findAnnotation(context.getTestClass(), Requires.class)
                .ifPresent(requires -> required.addAll(Arrays.asList(requires.value())));
        AnnotationSupport.findAnnotation(context.getTestMethod(), Requires.class)
                .ifPresent(requires -> required.addAll(Arrays.asList(requires.value())));
        return required;
    }

    private static KitSuite suite(ExtensionContext context) {
        return (KitSuite) context.getRequiredTestInstance();
    }

    private static KitDatabase database(ExtensionContext context) {
        DialectUnderTest kit = context.getRequiredTestInstances()
                .findInstance(DialectUnderTest.class)
                .orElseThrow(() -> new IllegalStateException("Suite [%s] is not nested in a class that extends [%s]"
                        .formatted(context.getRequiredTestClass().getName(), DialectUnderTest.class.getName())));
        return contextOf(kit, context)
                .getStore(KIT)
                .getOrComputeIfAbsent(kit.getClass(), any -> new KitDatabase(kit), KitDatabase.class);
    }

    /** The database is open as long as the tests of the dialect run. */
    private static ExtensionContext contextOf(DialectUnderTest kit, ExtensionContext context) {
        ExtensionContext outer = context;
        while (outer.getRequiredTestClass() != kit.getClass()) {
            outer = outer.getParent().orElseThrow();
        }
        return outer;
    }
}

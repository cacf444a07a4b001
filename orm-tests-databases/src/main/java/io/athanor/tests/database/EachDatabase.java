package io.athanor.tests.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * A test that runs once on each database that can be had here, which is its parameter; why one cannot is printed, and on a build
 * server the test fails. For programs that make their own engines:
 *
 * <pre>{@code
 * @EachDatabase
 * void programShowsWhatItShould(Database database) {
 *     String shown = Program.run(database.url());
 *     ...
 * }
 * }</pre>
 *
 * <p>{@link Database#url} names an empty database. Those on servers are taken back after the test, whatever it left in them; its
 * engines must be closed by then. Tests of a session or an engine extend {@link DatabaseSuite} instead.
 *
 * @since 0.1.0
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@ArgumentsSource(EachDatabase.Available.class)
@ExtendWith(EachDatabase.TakeBack.class)
public @interface EachDatabase {

    /** Provides the databases. */
    final class Available implements ArgumentsProvider {
        @Override
        public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
            return Database.available().stream().map(Arguments::of);
        }
    }

    /** Takes back what the test was lent. */
    final class TakeBack implements AfterEachCallback {
        @Override
        public void afterEach(ExtensionContext context) throws SQLException {
            Database.takeBack();
        }
    }
}

package io.athanor.tests;

import io.athanor.tests.conformance.TutorialConformanceSuite;
import io.athanor.tests.database.Database;
import io.athanor.tests.suite.ExpiryAndRefreshSuite;
import io.athanor.tests.suite.FlushFailureSuite;
import io.athanor.tests.suite.FlushSuite;
import io.athanor.tests.suite.RollbackSuite;
import io.athanor.tests.suite.SessionSuite;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** All suites on SQLite in memory. */
class SqliteTests {
    @Nested
    class Tutorial extends TutorialConformanceSuite {
        Tutorial() {
            super(Database.SQLITE);
        }

        @Override
        protected Map<Integer, Decided> decisions() {
            return Map.of(
                    4,
                    new Decided(
                            List.of("005"),
                            List.of(
                                    "BEGIN",
                                    "PRAGMA table_info(\"users\") []",
                                    "CREATE TABLE users ( id INTEGER NOT NULL, name VARCHAR, fullname VARCHAR,"
                                            + " password VARCHAR, PRIMARY KEY (id) ) []",
                                    "COMMIT")));
        }
    }

    @Nested
    class ExpiryAndRefresh extends ExpiryAndRefreshSuite {
        ExpiryAndRefresh() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class FlushFailure extends FlushFailureSuite {
        FlushFailure() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class Flush extends FlushSuite {
        Flush() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class Rollback extends RollbackSuite {
        Rollback() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class Session extends SessionSuite {
        Session() {
            super(Database.SQLITE);
        }
    }
}

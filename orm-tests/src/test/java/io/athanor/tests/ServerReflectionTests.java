package io.athanor.tests;

import io.athanor.tests.database.Database;
import io.athanor.tests.database.NeedsServer;
import io.athanor.tests.suite.InspectorSuite;
import io.athanor.tests.suite.ReflectSuite;
import io.athanor.tests.suite.SchemaDiffSuite;
import org.junit.jupiter.api.Nested;

/** What the databases on servers tell of themselves. */
class ServerReflectionTests {
    @Nested
    @NeedsServer(Database.POSTGRESQL)
    class PostgresqlInspection extends InspectorSuite {
        PostgresqlInspection() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    @NeedsServer(Database.POSTGRESQL)
    class PostgresqlReflecting extends ReflectSuite {
        PostgresqlReflecting() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    @NeedsServer(Database.MARIADB)
    class MariadbInspection extends InspectorSuite {
        MariadbInspection() {
            super(Database.MARIADB);
        }
    }

    @Nested
    @NeedsServer(Database.MARIADB)
    class MariadbReflecting extends ReflectSuite {
        MariadbReflecting() {
            super(Database.MARIADB);
        }
    }

    @Nested
    @NeedsServer(Database.POSTGRESQL)
    class PostgresqlDiff extends SchemaDiffSuite {
        PostgresqlDiff() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    @NeedsServer(Database.MARIADB)
    class MariadbDiff extends SchemaDiffSuite {
        MariadbDiff() {
            super(Database.MARIADB);
        }
    }
}

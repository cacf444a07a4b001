package io.athanor.tests;

import io.athanor.tests.conformance.TutorialConformanceSuite;
import io.athanor.tests.database.Database;
import io.athanor.tests.database.NeedsServer;
import io.athanor.tests.scenario.UnitOfWorkSuite;
import io.athanor.tests.suite.BulkSuite;
import io.athanor.tests.suite.ChangeSuite;
import io.athanor.tests.suite.ChangedKeySuite;
import io.athanor.tests.suite.ConfinementSuite;
import io.athanor.tests.suite.ConnectionUseSuite;
import io.athanor.tests.suite.CriteriaSuite;
import io.athanor.tests.suite.DeepGraphSuite;
import io.athanor.tests.suite.DefaultsSuite;
import io.athanor.tests.suite.DeferredSuite;
import io.athanor.tests.suite.DetachmentSuite;
import io.athanor.tests.suite.DynamicSuite;
import io.athanor.tests.suite.EagerDefaultsSuite;
import io.athanor.tests.suite.EnhancedMappingSuite;
import io.athanor.tests.suite.EntityChangeSuite;
import io.athanor.tests.suite.ExpiryAndRefreshSuite;
import io.athanor.tests.suite.FilledColumnsSuite;
import io.athanor.tests.suite.FilterSuite;
import io.athanor.tests.suite.FlushFailureSuite;
import io.athanor.tests.suite.FlushSuite;
import io.athanor.tests.suite.GeneratedKeysSuite;
import io.athanor.tests.suite.ImperativeMappingSuite;
import io.athanor.tests.suite.InspectorSuite;
import io.athanor.tests.suite.JoinSuite;
import io.athanor.tests.suite.LifecycleSuite;
import io.athanor.tests.suite.LoadPathsSuite;
import io.athanor.tests.suite.LoadingSuite;
import io.athanor.tests.suite.LongNamesSuite;
import io.athanor.tests.suite.ManyRowsSuite;
import io.athanor.tests.suite.MergeSuite;
import io.athanor.tests.suite.MomentsSuite;
import io.athanor.tests.suite.OddEntitiesSuite;
import io.athanor.tests.suite.PortableQuerySuite;
import io.athanor.tests.suite.PortionsSuite;
import io.athanor.tests.suite.QueryFormsSuite;
import io.athanor.tests.suite.QuerySuite;
import io.athanor.tests.suite.ReflectSuite;
import io.athanor.tests.suite.RelatedFlushSuite;
import io.athanor.tests.suite.RelationshipSuite;
import io.athanor.tests.suite.ReturningSuite;
import io.athanor.tests.suite.RollbackSuite;
import io.athanor.tests.suite.SavepointSuite;
import io.athanor.tests.suite.SchemaDiffSuite;
import io.athanor.tests.suite.SchemaPartsSuite;
import io.athanor.tests.suite.SchemaSuite;
import io.athanor.tests.suite.SelectedValuesSuite;
import io.athanor.tests.suite.SessionBeginSuite;
import io.athanor.tests.suite.SessionErrorsSuite;
import io.athanor.tests.suite.SessionEventsSuite;
import io.athanor.tests.suite.SessionSuite;
import io.athanor.tests.suite.SqlLanguageSuite;
import io.athanor.tests.suite.TypesSuite;
import io.athanor.tests.suite.UnreadSuite;
import io.athanor.tests.suite.WeakIdentitySuite;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** All suites on MariaDB. */
@NeedsServer(Database.MARIADB)
class MariadbTests {
    @Nested
    class Tutorial extends TutorialConformanceSuite {
        Tutorial() {
            super(Database.MARIADB);
        }

        @Override
        protected Map<Integer, Decided> decisions() {
            return Map.of(4, schema(), 8, firstOfAll(), 14, threeUsers());
        }

        private Decided schema() {
            return new Decided(
                    List.of("005", "080"),
                    List.of(
                            "BEGIN",
                            "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_TYPE <> 'SEQUENCE' AND TABLE_NAME"
                                    + " = ? AND TABLE_SCHEMA = DATABASE() [users]",
                            "CREATE TABLE users ( id INTEGER NOT NULL AUTO_INCREMENT, name VARCHAR(255), fullname"
                                    + " VARCHAR(255), password VARCHAR(255), PRIMARY KEY (id) ) []",
                            "COMMIT"));
        }

        private Decided firstOfAll() {
            return new Decided(
                    List.of("081"),
                    List.of(
                            "BEGIN",
                            "INSERT INTO users (name, fullname, password) VALUES (?, ?, ?) [ed, Ed Jones, edspassword]",
                            "SELECT users.id AS users_id, users.name AS users_name, users.fullname AS users_fullname,"
                                    + " users.password AS users_password FROM users WHERE users.name = ? LIMIT ?, ?"
                                    + " [ed, 0, 1]"));
        }

        private Decided threeUsers() {
            return new Decided(
                    List.of("006"),
                    List.of(
                            "UPDATE users SET password=? WHERE users.id = ? [f8s7ccs, 1]",
                            "INSERT INTO users (name, fullname, password) VALUES (?, ?, ?)"
                                    + " [wendy, Wendy Williams, foobar],"
                                    + " [mary, Mary Contrary, xxg527],"
                                    + " [fred, Fred Flinstone, blah]",
                            "COMMIT"));
        }
    }

    @Nested
    class Confinement extends ConfinementSuite {
        Confinement() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class ConnectionUse extends ConnectionUseSuite {
        ConnectionUse() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class Defaults extends DefaultsSuite {
        Defaults() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class EnhancedMapping extends EnhancedMappingSuite {
        EnhancedMapping() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class ExpiryAndRefresh extends ExpiryAndRefreshSuite {
        ExpiryAndRefresh() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class Filter extends FilterSuite {
        Filter() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class FlushFailure extends FlushFailureSuite {
        FlushFailure() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class Flush extends FlushSuite {
        Flush() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class ImperativeMapping extends ImperativeMappingSuite {
        ImperativeMapping() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class Join extends JoinSuite {
        Join() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class OddEntities extends OddEntitiesSuite {
        OddEntities() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class Query extends QuerySuite {
        Query() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class Rollback extends RollbackSuite {
        Rollback() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class Schema extends SchemaSuite {
        Schema() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class SchemaParts extends SchemaPartsSuite {
        SchemaParts() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class SessionErrors extends SessionErrorsSuite {
        SessionErrors() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class Session extends SessionSuite {
        Session() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class Types extends TypesSuite {
        Types() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class WeakIdentity extends WeakIdentitySuite {
        WeakIdentity() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class Change extends ChangeSuite {
        Change() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class PortableQuery extends PortableQuerySuite {
        PortableQuery() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class Returning extends ReturningSuite {
        Returning() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class EntityChange extends EntityChangeSuite {
        EntityChange() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class GeneratedKeys extends GeneratedKeysSuite {
        GeneratedKeys() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class ManyRows extends ManyRowsSuite {
        ManyRows() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class Dynamic extends DynamicSuite {
        Dynamic() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class QueryForms extends QueryFormsSuite {
        QueryForms() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class LongNames extends LongNamesSuite {
        LongNames() {
            super(Database.MARIADB, 64, 255);
        }
    }

    @Nested
    class Moments extends MomentsSuite {
        Moments() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class SelectedValues extends SelectedValuesSuite {
        SelectedValues() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class SqlLanguage extends SqlLanguageSuite {
        SqlLanguage() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class Inspection extends InspectorSuite {
        Inspection() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class Reflecting extends ReflectSuite {
        Reflecting() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class Relationship extends RelationshipSuite {
        Relationship() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class FilledColumns extends FilledColumnsSuite {
        FilledColumns() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class RelatedFlush extends RelatedFlushSuite {
        RelatedFlush() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class Lifecycle extends LifecycleSuite {
        Lifecycle() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class Loading extends LoadingSuite {
        Loading() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class Bulk extends BulkSuite {
        Bulk() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class ChangedKey extends ChangedKeySuite {
        ChangedKey() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class EagerDefaults extends EagerDefaultsSuite {
        EagerDefaults() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class UnitOfWork extends UnitOfWorkSuite {
        UnitOfWork() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class Savepoint extends SavepointSuite {
        Savepoint() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class Merge extends MergeSuite {
        Merge() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class DeepGraph extends DeepGraphSuite {
        DeepGraph() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class SessionEvents extends SessionEventsSuite {
        SessionEvents() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class Diff extends SchemaDiffSuite {
        Diff() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class SessionBegin extends SessionBeginSuite {
        SessionBegin() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class Detachment extends DetachmentSuite {
        Detachment() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class Deferred extends DeferredSuite {
        Deferred() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class Unread extends UnreadSuite {
        Unread() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class Portions extends PortionsSuite {
        Portions() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class Criteria extends CriteriaSuite {
        Criteria() {
            super(Database.MARIADB);
        }
    }

    @Nested
    class LoadPaths extends LoadPathsSuite {
        LoadPaths() {
            super(Database.MARIADB);
        }
    }
}

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

/** All suites on PostgreSQL. */
@NeedsServer(Database.POSTGRESQL)
class PostgresqlTests {
    @Nested
    class Tutorial extends TutorialConformanceSuite {
        Tutorial() {
            super(Database.POSTGRESQL);
        }

        @Override
        protected Map<Integer, Decided> decisions() {
            return Map.of(4, schema(), 14, threeUsers());
        }

        private Decided schema() {
            return new Decided(
                    List.of("005"),
                    List.of(
                            "BEGIN",
                            "SELECT c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid ="
                                    + " c.relnamespace WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm') AND c.relname = ?"
                                    + " AND pg_catalog.pg_table_is_visible(c.oid) [users]",
                            "CREATE TABLE users ( id SERIAL NOT NULL, name VARCHAR, fullname VARCHAR, password VARCHAR,"
                                    + " PRIMARY KEY (id) ) []",
                            "COMMIT"));
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
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class ConnectionUse extends ConnectionUseSuite {
        ConnectionUse() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class Defaults extends DefaultsSuite {
        Defaults() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class EnhancedMapping extends EnhancedMappingSuite {
        EnhancedMapping() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class ExpiryAndRefresh extends ExpiryAndRefreshSuite {
        ExpiryAndRefresh() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class Filter extends FilterSuite {
        Filter() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class FlushFailure extends FlushFailureSuite {
        FlushFailure() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class Flush extends FlushSuite {
        Flush() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class ImperativeMapping extends ImperativeMappingSuite {
        ImperativeMapping() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class Join extends JoinSuite {
        Join() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class OddEntities extends OddEntitiesSuite {
        OddEntities() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class Query extends QuerySuite {
        Query() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class Rollback extends RollbackSuite {
        Rollback() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class Schema extends SchemaSuite {
        Schema() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class SchemaParts extends SchemaPartsSuite {
        SchemaParts() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class SessionErrors extends SessionErrorsSuite {
        SessionErrors() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class Session extends SessionSuite {
        Session() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class Types extends TypesSuite {
        Types() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class WeakIdentity extends WeakIdentitySuite {
        WeakIdentity() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class Change extends ChangeSuite {
        Change() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class PortableQuery extends PortableQuerySuite {
        PortableQuery() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class Returning extends ReturningSuite {
        Returning() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class EntityChange extends EntityChangeSuite {
        EntityChange() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class GeneratedKeys extends GeneratedKeysSuite {
        GeneratedKeys() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class ManyRows extends ManyRowsSuite {
        ManyRows() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class Dynamic extends DynamicSuite {
        Dynamic() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class QueryForms extends QueryFormsSuite {
        QueryForms() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class LongNames extends LongNamesSuite {
        LongNames() {
            super(Database.POSTGRESQL, 63);
        }
    }

    @Nested
    class Moments extends MomentsSuite {
        Moments() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class SelectedValues extends SelectedValuesSuite {
        SelectedValues() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class SqlLanguage extends SqlLanguageSuite {
        SqlLanguage() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class Inspection extends InspectorSuite {
        Inspection() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class Reflecting extends ReflectSuite {
        Reflecting() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class Relationship extends RelationshipSuite {
        Relationship() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class FilledColumns extends FilledColumnsSuite {
        FilledColumns() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class RelatedFlush extends RelatedFlushSuite {
        RelatedFlush() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class Lifecycle extends LifecycleSuite {
        Lifecycle() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class Loading extends LoadingSuite {
        Loading() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class Bulk extends BulkSuite {
        Bulk() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class ChangedKey extends ChangedKeySuite {
        ChangedKey() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class EagerDefaults extends EagerDefaultsSuite {
        EagerDefaults() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class UnitOfWork extends UnitOfWorkSuite {
        UnitOfWork() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class Savepoint extends SavepointSuite {
        Savepoint() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class Merge extends MergeSuite {
        Merge() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class DeepGraph extends DeepGraphSuite {
        DeepGraph() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class SessionEvents extends SessionEventsSuite {
        SessionEvents() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class Diff extends SchemaDiffSuite {
        Diff() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class SessionBegin extends SessionBeginSuite {
        SessionBegin() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class Detachment extends DetachmentSuite {
        Detachment() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class Deferred extends DeferredSuite {
        Deferred() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class Unread extends UnreadSuite {
        Unread() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class Portions extends PortionsSuite {
        Portions() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class Criteria extends CriteriaSuite {
        Criteria() {
            super(Database.POSTGRESQL);
        }
    }

    @Nested
    class LoadPaths extends LoadPathsSuite {
        LoadPaths() {
            super(Database.POSTGRESQL);
        }
    }
}

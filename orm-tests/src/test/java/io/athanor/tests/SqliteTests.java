package io.athanor.tests;

import io.athanor.tests.conformance.TutorialConformanceSuite;
import io.athanor.tests.database.Database;
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
    class Confinement extends ConfinementSuite {
        Confinement() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class ConnectionUse extends ConnectionUseSuite {
        ConnectionUse() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class Defaults extends DefaultsSuite {
        Defaults() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class EnhancedMapping extends EnhancedMappingSuite {
        EnhancedMapping() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class ExpiryAndRefresh extends ExpiryAndRefreshSuite {
        ExpiryAndRefresh() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class Filter extends FilterSuite {
        Filter() {
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
    class ImperativeMapping extends ImperativeMappingSuite {
        ImperativeMapping() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class Inspection extends InspectorSuite {
        Inspection() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class Reflecting extends ReflectSuite {
        Reflecting() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class RelatedFlush extends RelatedFlushSuite {
        RelatedFlush() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class Savepoint extends SavepointSuite {
        Savepoint() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class Merge extends MergeSuite {
        Merge() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class DeepGraph extends DeepGraphSuite {
        DeepGraph() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class SessionEvents extends SessionEventsSuite {
        SessionEvents() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class Relationship extends RelationshipSuite {
        Relationship() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class Diff extends SchemaDiffSuite {
        Diff() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class Join extends JoinSuite {
        Join() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class OddEntities extends OddEntitiesSuite {
        OddEntities() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class Query extends QuerySuite {
        Query() {
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
    class Schema extends SchemaSuite {
        Schema() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class SchemaParts extends SchemaPartsSuite {
        SchemaParts() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class SessionErrors extends SessionErrorsSuite {
        SessionErrors() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class Session extends SessionSuite {
        Session() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class Types extends TypesSuite {
        Types() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class WeakIdentity extends WeakIdentitySuite {
        WeakIdentity() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class Change extends ChangeSuite {
        Change() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class PortableQuery extends PortableQuerySuite {
        PortableQuery() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class Returning extends ReturningSuite {
        Returning() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class EntityChange extends EntityChangeSuite {
        EntityChange() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class GeneratedKeys extends GeneratedKeysSuite {
        GeneratedKeys() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class ManyRows extends ManyRowsSuite {
        ManyRows() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class Dynamic extends DynamicSuite {
        Dynamic() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class QueryForms extends QueryFormsSuite {
        QueryForms() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class Lifecycle extends LifecycleSuite {
        Lifecycle() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class Loading extends LoadingSuite {
        Loading() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class Bulk extends BulkSuite {
        Bulk() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class ChangedKey extends ChangedKeySuite {
        ChangedKey() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class EagerDefaults extends EagerDefaultsSuite {
        EagerDefaults() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class UnitOfWork extends UnitOfWorkSuite {
        UnitOfWork() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class LongNames extends LongNamesSuite {
        LongNames() {
            super(Database.SQLITE, Integer.MAX_VALUE);
        }
    }

    @Nested
    class Moments extends MomentsSuite {
        Moments() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class SelectedValues extends SelectedValuesSuite {
        SelectedValues() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class SqlLanguage extends SqlLanguageSuite {
        SqlLanguage() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class FilledColumns extends FilledColumnsSuite {
        FilledColumns() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class SessionBegin extends SessionBeginSuite {
        SessionBegin() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class Detachment extends DetachmentSuite {
        Detachment() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class Deferred extends DeferredSuite {
        Deferred() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class Unread extends UnreadSuite {
        Unread() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class Portions extends PortionsSuite {
        Portions() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class Criteria extends CriteriaSuite {
        Criteria() {
            super(Database.SQLITE);
        }
    }

    @Nested
    class LoadPaths extends LoadPathsSuite {
        LoadPaths() {
            super(Database.SQLITE);
        }
    }
}

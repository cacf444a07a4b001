package org.example.hsqldb;

import io.athanor.tests.DialectKit;
import io.athanor.tests.kit.change.InsertManySuite;
import io.athanor.tests.kit.change.InsertSuite;
import io.athanor.tests.kit.change.ReturningSuite;
import io.athanor.tests.kit.change.UpdateDeleteSuite;
import io.athanor.tests.kit.change.UpsertSuite;
import io.athanor.tests.kit.orm.SessionSuite;
import io.athanor.tests.kit.run.CapabilitySuite;
import io.athanor.tests.kit.run.ConnectionSuite;
import io.athanor.tests.kit.run.ErrorSuite;
import io.athanor.tests.kit.run.IsolationSuite;
import io.athanor.tests.kit.run.LockSuite;
import io.athanor.tests.kit.run.ResultSuite;
import io.athanor.tests.kit.run.TransactionSuite;
import io.athanor.tests.kit.schema.ConstraintSuite;
import io.athanor.tests.kit.schema.DifferenceSuite;
import io.athanor.tests.kit.schema.GeneratedColumnSuite;
import io.athanor.tests.kit.schema.InspectionSuite;
import io.athanor.tests.kit.schema.ManyTablesSuite;
import io.athanor.tests.kit.schema.NameSuite;
import io.athanor.tests.kit.schema.ReflectionSuite;
import io.athanor.tests.kit.schema.SchemaSuite;
import io.athanor.tests.kit.schema.SequenceSuite;
import io.athanor.tests.kit.schema.TableDdlSuite;
import io.athanor.tests.kit.schema.ViewSuite;
import io.athanor.tests.kit.select.CteSuite;
import io.athanor.tests.kit.select.FunctionSuite;
import io.athanor.tests.kit.select.InListSuite;
import io.athanor.tests.kit.select.JoinSuite;
import io.athanor.tests.kit.select.LikeSuite;
import io.athanor.tests.kit.select.LimitSuite;
import io.athanor.tests.kit.select.OperatorSuite;
import io.athanor.tests.kit.select.OrderSuite;
import io.athanor.tests.kit.select.SetOperationSuite;
import io.athanor.tests.kit.select.SubquerySuite;
import io.athanor.tests.kit.select.WindowSuite;
import io.athanor.tests.kit.type.ArraySuite;
import io.athanor.tests.kit.type.BooleanSuite;
import io.athanor.tests.kit.type.EnumSuite;
import io.athanor.tests.kit.type.JsonSuite;
import io.athanor.tests.kit.type.NumberSuite;
import io.athanor.tests.kit.type.RoundTripSuite;
import io.athanor.tests.kit.type.TextSuite;
import io.athanor.tests.kit.type.TimeSuite;
import org.junit.jupiter.api.Nested;

/** The compliance kit on HSQLDB in memory. */
class HsqldbKitTests extends DialectKit {
    @Override
    public String url() {
        return "hsqldb:///mem:kit";
    }

    @Override
    public String binaryCollation() {
        return "SQL_TEXT";
    }

    @Nested
    class Array extends ArraySuite {}

    @Nested
    class Boolean extends BooleanSuite {}

    @Nested
    class Capability extends CapabilitySuite {}

    @Nested
    class Connection extends ConnectionSuite {}

    @Nested
    class Constraint extends ConstraintSuite {}

    @Nested
    class Cte extends CteSuite {}

    @Nested
    class Difference extends DifferenceSuite {}

    @Nested
    class Enum extends EnumSuite {}

    @Nested
    class Error extends ErrorSuite {}

    @Nested
    class Function extends FunctionSuite {}

    @Nested
    class GeneratedColumn extends GeneratedColumnSuite {}

    @Nested
    class InList extends InListSuite {}

    @Nested
    class InsertMany extends InsertManySuite {}

    @Nested
    class Insert extends InsertSuite {}

    @Nested
    class Inspection extends InspectionSuite {}

    @Nested
    class Isolation extends IsolationSuite {}

    @Nested
    class Join extends JoinSuite {}

    @Nested
    class Json extends JsonSuite {}

    @Nested
    class Like extends LikeSuite {}

    @Nested
    class Limit extends LimitSuite {}

    @Nested
    class Lock extends LockSuite {}

    @Nested
    class ManyTables extends ManyTablesSuite {}

    @Nested
    class Name extends NameSuite {}

    @Nested
    class Number extends NumberSuite {}

    @Nested
    class Operator extends OperatorSuite {}

    @Nested
    class Order extends OrderSuite {}

    @Nested
    class Reflection extends ReflectionSuite {}

    @Nested
    class Result extends ResultSuite {}

    @Nested
    class Returning extends ReturningSuite {}

    @Nested
    class RoundTrip extends RoundTripSuite {}

    @Nested
    class Schema extends SchemaSuite {}

    @Nested
    class Sequence extends SequenceSuite {}

    @Nested
    class Session extends SessionSuite {}

    @Nested
    class SetOperation extends SetOperationSuite {}

    @Nested
    class Subquery extends SubquerySuite {}

    @Nested
    class TableDdl extends TableDdlSuite {}

    @Nested
    class Text extends TextSuite {}

    @Nested
    class Time extends TimeSuite {}

    @Nested
    class Transaction extends TransactionSuite {}

    @Nested
    class UpdateDelete extends UpdateDeleteSuite {}

    @Nested
    class Upsert extends UpsertSuite {}

    @Nested
    class View extends ViewSuite {}

    @Nested
    class Window extends WindowSuite {}
}

package io.athanor.tests;

import io.athanor.tests.kit.change.InsertManySuite;
import io.athanor.tests.kit.change.InsertSuite;
import io.athanor.tests.kit.change.ReturningSuite;
import io.athanor.tests.kit.change.UpdateDeleteSuite;
import io.athanor.tests.kit.change.UpsertSuite;
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
import org.junit.jupiter.api.Nested;

/** The kit on H2 in memory. */
class H2KitTests extends DialectKit {
    @Override
    public String url() {
        return "h2:///mem:kit";
    }

    @Nested
    class Cte extends CteSuite {}

    @Nested
    class Function extends FunctionSuite {}

    @Nested
    class InList extends InListSuite {}

    @Nested
    class InsertMany extends InsertManySuite {}

    @Nested
    class Insert extends InsertSuite {}

    @Nested
    class Join extends JoinSuite {}

    @Nested
    class Like extends LikeSuite {}

    @Nested
    class Limit extends LimitSuite {}

    @Nested
    class Operator extends OperatorSuite {}

    @Nested
    class Order extends OrderSuite {}

    @Nested
    class Returning extends ReturningSuite {}

    @Nested
    class SetOperation extends SetOperationSuite {}

    @Nested
    class Subquery extends SubquerySuite {}

    @Nested
    class UpdateDelete extends UpdateDeleteSuite {}

    @Nested
    class Upsert extends UpsertSuite {}

    @Nested
    class Window extends WindowSuite {}
}

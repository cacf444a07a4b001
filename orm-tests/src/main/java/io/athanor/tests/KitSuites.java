package io.athanor.tests;

import io.athanor.tests.kit.KitSuite;
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
import java.util.List;

/**
 * All suites of the kit.
 *
 * @since 0.1.0
 */
public final class KitSuites {
    private static final List<Class<? extends KitSuite>> ALL = List.of(
            CteSuite.class,
            FunctionSuite.class,
            InListSuite.class,
            InsertManySuite.class,
            InsertSuite.class,
            JoinSuite.class,
            LikeSuite.class,
            LimitSuite.class,
            OperatorSuite.class,
            OrderSuite.class,
            ReturningSuite.class,
            SetOperationSuite.class,
            SubquerySuite.class,
            UpdateDeleteSuite.class,
            UpsertSuite.class,
            WindowSuite.class);

    private KitSuites() {}

    /**
     * Return the suites, each of which a dialect's tests nest.
     *
     * @return the classes, unmodifiable
     */
    public static List<Class<? extends KitSuite>> all() {
        return ALL;
    }
}

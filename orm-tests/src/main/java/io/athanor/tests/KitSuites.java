package io.athanor.tests;

import io.athanor.tests.kit.KitSuite;
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
import java.util.List;

/**
 * All suites of the kit.
 *
 * @since 0.1.0
 */
public final class KitSuites {
    private static final List<Class<? extends KitSuite>> ALL = List.of(
            ArraySuite.class,
            BooleanSuite.class,
            CapabilitySuite.class,
            ConnectionSuite.class,
            ConstraintSuite.class,
            CteSuite.class,
            DifferenceSuite.class,
            EnumSuite.class,
            ErrorSuite.class,
            FunctionSuite.class,
            GeneratedColumnSuite.class,
            InListSuite.class,
            InsertManySuite.class,
            InsertSuite.class,
            InspectionSuite.class,
            IsolationSuite.class,
            JoinSuite.class,
            JsonSuite.class,
            LikeSuite.class,
            LimitSuite.class,
            LockSuite.class,
            ManyTablesSuite.class,
            NameSuite.class,
            NumberSuite.class,
            OperatorSuite.class,
            OrderSuite.class,
            ReflectionSuite.class,
            ResultSuite.class,
            ReturningSuite.class,
            RoundTripSuite.class,
            SchemaSuite.class,
            SequenceSuite.class,
            SessionSuite.class,
            SetOperationSuite.class,
            SubquerySuite.class,
            TableDdlSuite.class,
            TextSuite.class,
            TimeSuite.class,
            TransactionSuite.class,
            UpdateDeleteSuite.class,
            UpsertSuite.class,
            ViewSuite.class,
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

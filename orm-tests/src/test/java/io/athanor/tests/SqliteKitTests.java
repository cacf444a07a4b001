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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

/** The kit on SQLite, in a file, since connections to memory share nothing. */
class SqliteKitTests extends DialectKit {
    private static final Path FILE = file();

    private static Path file() {
        try {
            Path file = Files.createTempFile("athanor-kit", ".db");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String url() {
        return "sqlite:///" + FILE + "?synchronous=off&journal_mode=wal";
    }

    @Override
    public String binaryCollation() {
        return "BINARY";
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

package io.athanor.linked;

import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.value;

import io.athanor.engine.Connection;
import io.athanor.engine.Engine;

/** Asks an in-memory database for one number. */
public final class Application {

    private Application() {}

    public static void main(String[] arguments) {
        try (Engine engine = Engine.create("sqlite:///:memory:");
                Connection connection = engine.connect()) {
            System.out.println("answer: "
                    + connection.execute(select(value(6).times(7))).one());
        }
    }
}

package io.athanor.tests.architecture.sample.marked;

import io.athanor.tests.architecture.sample.inner.Inner;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.sql.Connection;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;

/** Does everything that the rules forbid. */
public class Forbidden {
    Connection connection;
    JdbcDataSource source = new JdbcDataSource();

    public Forbidden(Connection connection) {
        this.connection = connection;
    }

    public Object read(InputStream bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream objects = new ObjectInputStream(bytes)) {
            return objects.readObject();
        }
    }

    public List<Inner> leak() {
        return List.of();
    }

    public Hidden[] leakHidden() {
        return new Hidden[0];
    }

    static class Hidden {}
}

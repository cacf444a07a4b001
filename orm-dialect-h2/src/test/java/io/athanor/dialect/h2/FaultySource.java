package io.athanor.dialect.h2;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A data source that counts, and whose connections fail in one method when told to. */
final class FaultySource {
    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    volatile String failing = "";

    DataSource source(String url) {
        return proxy(DataSource.class, (proxy, method, args) -> {
            if (!method.getName().equals("getConnection")) {
                throw new SQLException("not needed here");
            }
            opened.incrementAndGet();
            return connection(DriverManager.getConnection(url));
        });
    }

    private Connection connection(Connection real) {
        return proxy(Connection.class, (proxy, method, args) -> {
            if (method.getName().equals("close")) {
                closed.incrementAndGet();
            } else if (method.getName().equals(failing)) {
                throw new SQLException("the wire is cut", "08006");
            }
            try {
                return method.invoke(real, args);
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        });
    }

    private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(FaultySource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}

package io.infinityloop.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Keeps the connections that are given back, as a pool does. */
final class PooledSource extends UrlSource implements AutoCloseable {
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    PooledSource(String url) {
        super(url);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection kept = idle.poll();
        Connection real = kept == null ? super.getConnection() : kept;
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        real.setAutoCommit(true);
                        idle.push(real);
                        return null;
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : idle) {
            connection.close();
        }
    }
}

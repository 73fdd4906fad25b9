package io.infinityloop.benchmarks;

import io.infinityloop.jdbc.Dialect;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * Databases whose commits wait a while before they begin, which burdens a journal and a rival alike: what would be if
 * the disk were slower. It is no disk, and whoever prints what comes of it says so.
 */
record SlowCommits(JournalPlace place, String prefix, Duration delay) implements JournalPlace {
    @Override
    public DataSource source(String name) throws SQLException {
        DataSource real = place.source(prefix + name);
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = invoke(real, method, arguments);
            return result instanceof Connection connection ? slow(connection) : result;
        });
    }

    /** Whether it commits by the method of JDBC or by a statement. */
    private Connection slow(Connection real) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("commit")) {
                delayed();
            }
            Object result = invoke(real, method, arguments);
            return method.getName().equals("createStatement") ? slow((Statement) result) : result;
        });
    }

    private Statement slow(Statement real) {
        return proxy(Statement.class, (proxy, method, arguments) -> {
            if (method.getName().equals("execute") && arguments[0].equals("COMMIT")) {
                delayed();
            }
            return invoke(real, method, arguments);
        });
    }

    private void delayed() {
        long begin = System.nanoTime();
        long left = delay.toNanos();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = delay.toNanos() - (System.nanoTime() - begin);
        }
    }

    private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(SlowCommits.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public Dialect dialect() {
        return place.dialect();
    }

    @Override
    public void close() throws IOException {
        place.close();
    }
}

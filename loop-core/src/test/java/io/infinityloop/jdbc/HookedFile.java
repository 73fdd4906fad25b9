package io.infinityloop.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A file of SQLite where a test may do something before a statement without parameters is run, or instead of it. */
final class HookedFile extends UrlSource {
    private volatile Hook hook = sql -> {};

    HookedFile(Path file) {
        super("jdbc:sqlite:" + file);
    }

    /** What is done before each statement. */
    interface Hook {
        void before(String sql) throws Exception;
    }

    void before(Hook made) {
        hook = made;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection real = super.getConnection();
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = invoke(real, method, arguments);
            return result instanceof Statement statement && method.getName().equals("createStatement")
                    ? hooked(statement)
                    : result;
        });
    }

    private Statement hooked(Statement real) {
        return proxy(Statement.class, (proxy, method, arguments) -> {
            if (method.getName().equals("execute")) {
                hook.before((String) arguments[0]);
            }
            return invoke(real, method, arguments);
        });
    }

    private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(HookedFile.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}

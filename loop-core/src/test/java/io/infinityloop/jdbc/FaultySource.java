package io.infinityloop.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Stands between the journal and the driver, where a test makes things go wrong. */
final class FaultySource extends UrlSource {
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private volatile Fault fault = (sql, execution) -> execution.of(sql);
    private volatile Spoiling spoiling = connection -> {};
    private volatile @Nullable Consumer<Connection> keeper;
    private volatile String version = "";

    FaultySource(String url) {
        super(url);
    }

    /** What becomes of a statement; a commit of JDBC is one too. */
    interface Fault {
        @Nullable
        Object around(String sql, Execution execution) throws Throwable;
    }

    /** What the driver makes of a statement, or of another one in its place; one that was prepared stays as it is. */
    interface Execution {
        @Nullable
        Object of(String sql) throws Throwable;
    }

    void set(Fault newFault) {
        fault = newFault;
    }

    /** Lets all go well again. */
    void heal() {
        fault = (sql, execution) -> execution.of(sql);
    }

    /** Lets the driver say that it is another version. */
    void reportVersion(String newVersion) {
        version = newVersion;
    }

    /** Spoils each new connection, as a pool does that does not clean what it is given back. */
    void onConnection(Spoiling newSpoiling) {
        spoiling = newSpoiling;
    }

    /** What is done to a connection before it is lent. */
    interface Spoiling {
        void of(Connection connection) throws SQLException;
    }

    /** Keeps connections open that are closed, as a pool does, and shows them. */
    void keepOpen(Consumer<Connection> newKeeper) {
        keeper = newKeeper;
    }

    /** {@return how often a statement was tried} */
    long tried(String sql) {
        return seen.stream().filter(sql::equalsIgnoreCase).count();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection real = super.getConnection();
        spoiling.of(real);
        Consumer<Connection> kept = keeper;
        return wrap(Connection.class, (method, arguments) -> {
            if (method.getName().equals("close") && kept != null) {
                kept.accept(real);
                return null;
            }
            Object result = method.getName().equals("commit")
                    ? run("COMMIT", sql -> invoke(real, method, arguments))
                    : invoke(real, method, arguments);
            if (result instanceof PreparedStatement statement) {
                return statement(PreparedStatement.class, statement, (String) arguments[0]);
            }
            if (result instanceof Statement statement) {
                return statement(Statement.class, statement, "");
            }
            if (result instanceof DatabaseMetaData metaData && !version.isEmpty()) {
                return wrap(
                        DatabaseMetaData.class,
                        (asked, with) -> asked.getName().equals("getDatabaseProductVersion")
                                ? version
                                : invoke(metaData, asked, with));
            }
            return result;
        });
    }

    private <T extends Statement> T statement(Class<T> type, T real, String prepared) {
        return wrap(type, (method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                return invoke(real, method, arguments);
            }
            return arguments == null
                    ? run(prepared, sql -> invoke(real, method, arguments))
                    : run((String) arguments[0], sql -> invoke(real, method, new Object[] {sql}));
        });
    }

    private @Nullable Object run(String sql, Execution execution) throws Throwable {
        seen.add(sql);
        return fault.around(sql, execution);
    }

    private interface Call {
        @Nullable
        Object of(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T wrap(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                FaultySource.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.of(method, arguments)));
    }

    private static @Nullable Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}

package org.foyer.hub.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * A connection for reading that keeps its latest statements prepared: over a house's part of a cube, planning a query costs
 * about as much as running it.
 */
final class Reader implements AutoCloseable {

    private static final int STATEMENTS_MAX = 60;

    private final Connection engine;
    private final Connection given;
    private final LongAdder asked;
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

    /** @param asked counts statements */
    Reader(Connection engine, LongAdder asked) {
        this.engine = engine;
        this.asked = asked;
        this.given = proxy(Connection.class, (proxy, method, arguments) -> {
            boolean prepares = method.getName().equals("prepareStatement");
            if (prepares && arguments != null && arguments.length == 1) {
                return prepared((String) arguments[0]);
            }
            return Reader.passOn(method, engine, arguments);
        });
    }

    /** What work reads by; a statement that it closes is kept for the next. */
    Connection connection() {
        return given;
    }

    /** The connection itself. */
    Connection engine() {
        return engine;
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement kept = idle.remove(sql);
        PreparedStatement statement = kept == null ? engine.prepareStatement(sql) : kept;
        boolean[] closed = {false};
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (!method.getName().equals("close")) {
                if (method.getName().startsWith("execute")) {
                    asked.increment();
                }
                return passOn(method, statement, arguments);
            }
            if (!closed[0]) {
                closed[0] = true;
                keep(sql, statement);
            }
            return null;
        });
    }

    private void keep(String sql, PreparedStatement statement) throws SQLException {
        statement.clearParameters();
        PreparedStatement twin = idle.put(sql, statement);
        if (twin != null) {
            twin.close();
        }
        if (idle.size() > STATEMENTS_MAX) {
            String eldest = idle.keySet().iterator().next();
            PreparedStatement dropped = idle.remove(eldest);
            if (dropped != null) {
                dropped.close();
            }
        }
    }

    private static @Nullable Object passOn(
            java.lang.reflect.Method method, Object target, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Reader.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : idle.values()) {
            statement.close();
        }
        idle.clear();
        engine.close();
    }
}

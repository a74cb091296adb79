package io.neomt.deploy.cli.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/** Events that were appended, inserted once more into a table of the same form, by nothing but JDBC. */
final class BareInsert {

    private static final int ROWS = 20_000;
    /** As many as the command service lets commit together. */
    private static final int BATCH = 128;

    private static final String NEWEST = "SELECT * FROM eventstore.event ORDER BY time DESC LIMIT " + ROWS;
    private static final String TABLE = "bench_event";

    private final DataSource admin;

    BareInsert(DataSource admin) {
        this.admin = admin;
    }

    /** @return rows in a second */
    double perSecond(int connections) throws SQLException, InterruptedException {
        makeTable();
        List<Object[]> rows = newest();
        List<Callable<Void>> parts = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            List<Object[]> part = rows.subList(rows.size() * i / connections, rows.size() * (i + 1) / connections);
            parts.add(() -> insert(part));
        }
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (Future<Void> part : threads.invokeAll(parts)) {
                part.get();
            }
        } catch (ExecutionException e) {
            throw new SQLException("rows could not be inserted", e.getCause());
        }
        return rows.size() / ((System.nanoTime() - begun) / 1e9);
    }

    private void makeTable() throws SQLException {
        try (Connection connection = admin.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS " + TABLE);
            statement.execute("CREATE TABLE " + TABLE + " (LIKE eventstore.event INCLUDING ALL)");
        }
    }

    private List<Object[]> newest() throws SQLException {
        List<Object[]> found = new ArrayList<>();
        try (Connection connection = admin.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(NEWEST)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                Object[] row = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = rows.getObject(i + 1);
                }
                found.add(row);
            }
        }
        return found;
    }

    private Void insert(List<Object[]> rows) throws SQLException {
        String values = String.join(", ", Collections.nCopies(rows.getFirst().length, "?"));
        try (Connection connection = admin.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO " + TABLE + " VALUES (" + values + ")")) {
            connection.setAutoCommit(false);
            for (int from = 0; from < rows.size(); from += BATCH) {
                for (Object[] row : rows.subList(from, Math.min(rows.size(), from + BATCH))) {
                    for (int i = 0; i < row.length; i++) {
                        insert.setObject(i + 1, row[i]);
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
            }
        }
        return null;
    }
}

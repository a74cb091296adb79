package io.neomt.migration;

import io.neomt.view.Migrations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Schemas of the shipped template in one database: the first is made by Flyway, all others are like it. */
public final class TenantSchemas {

    private final DataSource database;
    private Optional<String> first = Optional.empty();

    public TenantSchemas(DataSource database) {
        this.database = database;
    }

    public void make(String schema) {
        if (first.isEmpty()) {
            flyway(schema).migrate();
            first = Optional.of(schema);
            return;
        }
        StringBuilder sql = new StringBuilder("CREATE SCHEMA %s; SET search_path TO %<s;".formatted(schema));
        Migrations.TENANT.scripts().forEach(script -> sql.append(text(script)).append("\n;"));
        sql.append("CREATE TABLE flyway_schema_history (LIKE %s.flyway_schema_history INCLUDING ALL);"
                        .formatted(first.get()))
                .append("INSERT INTO flyway_schema_history SELECT * FROM %s.flyway_schema_history"
                        .formatted(first.get()));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute(sql.toString());
            statement.execute("RESET search_path");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Plain, beside what was done without it. */
    public Flyway flyway(String schema, String... additional) {
        return Flyway.configure(TenantSchemas.class.getClassLoader())
                .dataSource(database)
                .locations(Stream.concat(Stream.of("classpath:" + Migrations.TENANT.folder()), Stream.of(additional))
                        .toArray(String[]::new))
                .schemas(schema)
                .group(true)
                .load();
    }

    private static String text(String script) {
        try (InputStream in = Migrations.class.getResourceAsStream("/" + Migrations.TENANT.folder() + "/" + script)) {
            if (in == null) {
                throw new IllegalStateException("listed but not shipped: " + script);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

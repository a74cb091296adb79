package io.neomt.deploy.cli.bench;

import io.neomt.event.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Tenants that a scenario has to itself. */
final class OwnTenants {

    private static final String BY_SLUG = "SELECT slug, id FROM admin.tenants WHERE slug LIKE ? ORDER BY slug";
    private static final String HEADS =
            "SELECT coalesce(sum(position), 0) FROM eventstore.tenant_head WHERE tenant_id = ANY (?)";
    private static final String PUBLISHED =
            "SELECT coalesce(sum(position), 0) FROM eventstore.relay_position WHERE tenant_id = ANY (?)";

    private final DataSource admin;
    private final List<Own> all;

    private OwnTenants(DataSource admin, List<Own> all) {
        this.admin = admin;
        this.all = List.copyOf(all);
    }

    record Own(String slug, TenantId id) {}

    /** @param prefix of their slugs, which no other scenario has */
    static OwnTenants make(Ground ground, String prefix, int count) throws SQLException, InterruptedException {
        BenchPlatform platform = ground.platform();
        DataSource admin = Databases.admin(ground.stack());
        Figures unused = new ProvisioningBench(platform.client(), admin, prefix).inOneGo(count);
        return new OwnTenants(admin, bySlug(admin, prefix));
    }

    private static List<Own> bySlug(DataSource admin, String prefix) throws SQLException {
        List<Own> found = new ArrayList<>();
        try (Connection connection = admin.getConnection();
                PreparedStatement statement = connection.prepareStatement(BY_SLUG)) {
            statement.setString(1, prefix + "m%");
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Own(rows.getString(1), new TenantId(rows.getObject(2, UUID.class))));
                }
            }
        }
        return found;
    }

    List<Own> all() {
        return all;
    }

    List<TenantId> ids() {
        return all.stream().map(Own::id).toList();
    }

    /** The events of all of them. */
    long events() throws SQLException {
        return sum(HEADS);
    }

    /** Those that Kafka has. */
    long published() throws SQLException {
        return sum(PUBLISHED);
    }

    private long sum(String sql) throws SQLException {
        try (Connection connection = admin.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            Object[] ids = all.stream().map(own -> own.id().value()).toArray();
            statement.setArray(1, connection.createArrayOf("uuid", ids));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}

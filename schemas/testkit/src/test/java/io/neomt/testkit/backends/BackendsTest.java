package io.neomt.testkit.backends;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.deploy.embedded.StackSeed;
import io.neomt.view.ConnectionCipher;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class BackendsTest {

    private final Backends backends = Backends.shared();

    @Test
    void everyAdminDatabaseIsMigratedSeededAndItsOwn() throws Exception {
        AdminDatabase one = backends.freshAdminDatabase();
        AdminDatabase other = backends.freshAdminDatabase();
        assertThat(one.name()).isNotEqualTo(other.name());
        assertThat(column(one.dataSource(), "SELECT code FROM admin.regions")).containsExactly("us-east-1");
        execute(one.dataSource(), "DELETE FROM admin.database_connections");
        assertThat(column(other.dataSource(), "SELECT database_name FROM admin.database_connections"))
                .containsExactly(other.sharedDatabase());
        assertThat(one.properties()).containsEntry("neo.admin-database.url", one.jdbcUrl());
    }

    @Test
    void theSeededPasswordOpensWithTheStacksKey() throws Exception {
        AdminDatabase admin = backends.freshAdminDatabase();
        ConnectionCipher cipher = new ConnectionCipher(
                backends.addresses().connectionsKeyId(), backends.addresses().connectionsKey());
        try (Connection connection = admin.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT id, encrypted_password FROM admin.database_connections")) {
            assertThat(rows.next()).isTrue();
            assertThat(cipher.decrypt(rows.getObject(1, UUID.class), rows.getBytes(2)))
                    .isEqualTo(admin.password());
        }
    }

    @Test
    void seedingAgainChangesOnlyTheAddress() throws Exception {
        AdminDatabase admin = backends.freshAdminDatabase();
        execute(admin.dataSource(), "UPDATE admin.database_connections SET port = 1, pool_max_size = 7");
        StackSeed.apply(admin.dataSource(), backends.addresses(), admin.sharedDatabase());
        assertThat(
                        column(
                                admin.dataSource(),
                                "SELECT connection_name || ' ' || port || ' ' || pool_max_size FROM admin.database_connections"))
                .containsExactly(
                        StackSeed.CONNECTION + " " + backends.addresses().postgresPort() + " 7");
    }

    @Test
    void aTenantSchemaIsMadeFromTheTemplate() throws Exception {
        TenantSchema tenant = backends.freshTenantSchema();
        assertThat(column(tenant.dataSource(), "SELECT count(*) FROM users")).containsExactly("0");
        assertThat(column(tenant.dataSource(), "SELECT current_schema()"))
                .containsExactly(tenant.schema().value());
    }

    @Test
    void aCreatedTopicHasItsPartitionsAndAFreshNameIsFree() {
        String topic = backends.freshTopicName();
        backends.createTopic(topic, 3);
        assertThat(backends.freshTopicName()).isNotEqualTo(topic);
    }

    @Test
    void theIssuerSignsForTheRealmsOfTheStack() {
        String token = backends.issuer().issueToken("NeoAdmin", "admin");
        assertThat(token.split("\\.")).hasSize(3);
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> column(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}

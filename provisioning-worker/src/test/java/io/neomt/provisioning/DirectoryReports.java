package io.neomt.provisioning;

import io.neomt.event.TenantId;
import io.neomt.provisioning.run.Reports;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** What the command service does with reports, as far as the directory shows it. */
public final class DirectoryReports implements Reports {

    private final DataSource admin;

    public DirectoryReports(DataSource admin) {
        this.admin = admin;
    }

    @Override
    public Answer provisioning(TenantId tenant, String key, Report report) {
        report.placement()
                .ifPresent(placed -> update(
                        "UPDATE admin.tenants SET connection_name = ?, database_role = ?,"
                                + " status = CASE status WHEN 'requested' THEN 'provisioning' ELSE status END WHERE id = ?",
                        placed.connectionName(),
                        placed.role().value(),
                        tenant.value()));
        if (!report.steps().isEmpty()) {
            update(
                    "UPDATE admin.tenants SET status = 'provisioning' WHERE status = 'requested' AND id = ?",
                    tenant.value());
        }
        report.failed()
                .ifPresent(failure -> update(
                        "UPDATE admin.tenants SET status = 'failed', connection_name = null, database_role = null,"
                                + " failed_step = ?, failed_reason = ? WHERE id = ? AND status = 'provisioning'",
                        failure.step().wireName(),
                        failure.reason(),
                        tenant.value()));
        return report.active().map(active -> activate(tenant, active)).orElseGet(Answer.Accepted::new);
    }

    private Answer activate(TenantId tenant, Active active) {
        int changed = update(
                "UPDATE admin.tenants SET status = 'active', connection_name = ?, template_version = ?,"
                        + " version = version + 1 WHERE id = ? AND status IN ('requested', 'provisioning')",
                active.connectionName(),
                active.version().value(),
                tenant.value());
        return changed == 1 ? new Answer.Accepted() : new Answer.LookAgain();
    }

    @Override
    public Answer deprovisioned(TenantId tenant, String key) {
        return moved(tenant, "deprovisioning", "deleted");
    }

    @Override
    public Answer purged(TenantId tenant, String key, List<String> removed) {
        return moved(tenant, "deleted", "purged");
    }

    private Answer moved(TenantId tenant, String from, String to) {
        int changed =
                update("UPDATE admin.tenants SET status = ? WHERE id = ? AND status = ?", to, tenant.value(), from);
        return changed == 1 ? new Answer.Accepted() : new Answer.LookAgain();
    }

    private int update(String sql, Object... values) {
        try (Connection connection = admin.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

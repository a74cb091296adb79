package io.neomt.query.audit;

import io.neomt.event.TenantId;
import io.neomt.query.At;
import java.util.List;

/** What happened in a tenant. */
public interface AuditLog {

    /**
     * The events that are looked for, the newest first.
     *
     * @return with the position that the log is complete to
     * @throws io.neomt.query.UnavailableException when the database cannot be read
     */
    At<List<AuditEntry>> search(TenantId tenant, AuditFilter filter);
}

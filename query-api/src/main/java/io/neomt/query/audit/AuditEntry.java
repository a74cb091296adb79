package io.neomt.query.audit;

import io.neomt.event.EventHash;
import io.neomt.event.EventMetadata;

/**
 * One event of the audit log.
 *
 * @param type the name of the kind of event
 * @param hash by which it is chained to those before it
 * @param details what happened, as a JSON object
 */
public record AuditEntry(EventMetadata metadata, String type, EventHash hash, String details) {}

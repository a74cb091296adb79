package io.neomt.event.codec;

import io.neomt.event.TenantEvent;
import io.neomt.event.TenantId;
import io.neomt.event.avro.TenantDeleted;
import io.neomt.event.avro.TenantDeletionRequested;
import io.neomt.event.avro.TenantPurgeRequested;
import io.neomt.event.avro.TenantPurged;
import io.neomt.event.avro.TenantRestored;
import io.neomt.event.avro.TenantResumed;
import io.neomt.event.avro.TenantSuspended;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/** What becomes of a tenant once it is there, as Avro records. */
final class TenantLifeRecords {

    private TenantLifeRecords() {}

    static SpecificRecord toAvro(TenantEvent.TenantSuspended event) {
        return new TenantSuspended(event.tenantId().toString(), event.reason());
    }

    static SpecificRecord toAvro(TenantEvent.TenantResumed event) {
        return new TenantResumed(event.tenantId().toString());
    }

    static SpecificRecord toAvro(TenantEvent.TenantDeletionRequested event) {
        return new TenantDeletionRequested(
                event.tenantId().toString(), event.purgeAfter().toEpochMilli());
    }

    static SpecificRecord toAvro(TenantEvent.TenantDeleted event) {
        return new TenantDeleted(
                event.tenantId().toString(), event.restorableUntil().toEpochMilli());
    }

    static SpecificRecord toAvro(TenantEvent.TenantRestored event) {
        return new TenantRestored(event.tenantId().toString());
    }

    static SpecificRecord toAvro(TenantEvent.TenantPurgeRequested event) {
        return new TenantPurgeRequested(event.tenantId().toString());
    }

    static SpecificRecord toAvro(TenantEvent.TenantPurged event) {
        return new TenantPurged(event.tenantId().toString(), event.removed());
    }

    static TenantEvent toEvent(TenantSuspended record) {
        return new TenantEvent.TenantSuspended(TenantId.of(record.getTenantId()), record.getReason());
    }

    static TenantEvent toEvent(TenantResumed record) {
        return new TenantEvent.TenantResumed(TenantId.of(record.getTenantId()));
    }

    static TenantEvent toEvent(TenantDeletionRequested record) {
        return new TenantEvent.TenantDeletionRequested(
                TenantId.of(record.getTenantId()), Instant.ofEpochMilli(record.getPurgeAfter()));
    }

    static TenantEvent toEvent(TenantDeleted record) {
        return new TenantEvent.TenantDeleted(
                TenantId.of(record.getTenantId()), Instant.ofEpochMilli(record.getRestorableUntil()));
    }

    static TenantEvent toEvent(TenantRestored record) {
        return new TenantEvent.TenantRestored(TenantId.of(record.getTenantId()));
    }

    static TenantEvent toEvent(TenantPurgeRequested record) {
        return new TenantEvent.TenantPurgeRequested(TenantId.of(record.getTenantId()));
    }

    static TenantEvent toEvent(TenantPurged record) {
        return new TenantEvent.TenantPurged(TenantId.of(record.getTenantId()), record.getRemoved());
    }
}

package io.neomt.event.codec;

import io.neomt.event.AccessEvent;
import io.neomt.event.AccessGrantId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.event.avro.AccessGranted;
import io.neomt.event.avro.AccessRevoked;
import org.apache.avro.specific.SpecificRecord;

/** Access events as Avro records. */
final class AccessRecords {

    private AccessRecords() {}

    static SpecificRecord toAvro(AccessEvent event) {
        return switch (event) {
            case AccessEvent.AccessGranted e ->
                new AccessGranted(
                        e.accessGrantId().toString(),
                        e.home().toString(),
                        e.user().toString(),
                        e.permission().pattern().text(),
                        WireNames.of(e.permission().effect()),
                        Limited.type(e.permission()),
                        Limited.id(e.permission()),
                        Limited.from(e.permission().terms()),
                        Limited.until(e.permission().terms()),
                        e.permission().terms().condition());
            case AccessEvent.AccessRevoked e ->
                new AccessRevoked(e.accessGrantId().toString(), WireNames.of(e.cause()));
        };
    }

    static AccessEvent toEvent(AccessGranted record) {
        return new AccessEvent.AccessGranted(
                AccessGrantId.of(record.getAccessGrantId()),
                TenantId.of(record.getHomeTenantId()),
                UserId.of(record.getUserId()),
                Limited.permission(
                        record.getPermission(),
                        record.getEffect(),
                        record.getResourceType(),
                        record.getResourceId(),
                        Limited.terms(record.getValidFrom(), record.getExpiresAt(), record.getCondition())));
    }

    static AccessEvent toEvent(AccessRevoked record) {
        return new AccessEvent.AccessRevoked(
                AccessGrantId.of(record.getAccessGrantId()), WireNames.cause(record.getCause()));
    }
}

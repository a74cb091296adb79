package io.neomt.event.codec;

import io.neomt.event.OrganizationEvent;
import io.neomt.event.OrganizationId;
import io.neomt.event.avro.OrganizationCreated;
import org.apache.avro.specific.SpecificRecord;

/** Organization events as Avro records. */
final class OrganizationRecords {

    private OrganizationRecords() {}

    static SpecificRecord toAvro(OrganizationEvent event) {
        return switch (event) {
            case OrganizationEvent.OrganizationCreated(var id, var name, var slug) ->
                new OrganizationCreated(id.toString(), name, slug);
        };
    }

    static OrganizationEvent toEvent(OrganizationCreated record) {
        return new OrganizationEvent.OrganizationCreated(
                OrganizationId.of(record.getOrganizationId()), record.getName(), record.getSlug());
    }
}

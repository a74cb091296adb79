package io.neomt.event.codec;

import io.neomt.event.CatalogueEvent;
import io.neomt.event.avro.PermissionDefined;
import io.neomt.event.avro.PermissionWithdrawn;
import io.neomt.permission.ResourceAction;
import org.apache.avro.specific.SpecificRecord;

/** Events of the catalogue as Avro records. */
final class CatalogueRecords {

    private CatalogueRecords() {}

    static SpecificRecord toAvro(CatalogueEvent event) {
        return switch (event) {
            case CatalogueEvent.PermissionDefined e ->
                new PermissionDefined(e.code().toString(), e.description(), e.resourceType());
            case CatalogueEvent.PermissionWithdrawn e ->
                new PermissionWithdrawn(e.code().toString());
        };
    }

    static CatalogueEvent toEvent(PermissionDefined record) {
        return new CatalogueEvent.PermissionDefined(
                ResourceAction.parse(record.getCode()), record.getDescription(), record.getResourceType());
    }

    static CatalogueEvent toEvent(PermissionWithdrawn record) {
        return new CatalogueEvent.PermissionWithdrawn(ResourceAction.parse(record.getCode()));
    }
}

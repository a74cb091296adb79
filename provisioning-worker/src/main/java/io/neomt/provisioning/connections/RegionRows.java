package io.neomt.provisioning.connections;

import static io.neomt.view.jooq.admin.admin.Tables.REGIONS;

import io.neomt.provisioning.registry.Refusal;
import io.neomt.provisioning.registry.RefusedException;
import io.neomt.view.Region;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;

/** Finds regions. */
final class RegionRows {

    private RegionRows() {}

    /** @throws RefusedException UNKNOWN_REGION */
    static UUID id(DSLContext dsl, Region region) {
        return dsl.select(REGIONS.ID)
                .from(REGIONS)
                .where(REGIONS.CODE.eq(region.code()))
                .fetchOptional(REGIONS.ID)
                .orElseThrow(() -> new RefusedException(
                        Refusal.UNKNOWN_REGION, "there is no such region", Map.of("region", region.code())));
    }
}

package io.neomt.provisioning.connections;

import static io.neomt.view.jooq.admin.admin.Tables.DATABASE_CONNECTIONS;
import static io.neomt.view.jooq.admin.admin.Tables.REGIONS;
import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.provisioning.registry.Asked;
import io.neomt.provisioning.registry.Refusal;
import io.neomt.provisioning.registry.RefusedException;
import io.neomt.view.Region;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The regions in which tenants can live. */
public final class Regions {

    private static final Field<Integer> CONNECTIONS = DSL.field(
            DSL.selectCount().from(DATABASE_CONNECTIONS).where(DATABASE_CONNECTIONS.REGION_ID.eq(REGIONS.ID)));
    private static final Field<Integer> PLACED = DSL.field(DSL.selectCount()
            .from(TENANTS)
            .where(TENANTS.REGION.eq(REGIONS.CODE))
            .and(TENANTS.STATUS.ne("purged")));

    private final AdminDatabase database;
    private final Supplier<UUID> ids;
    private final Journal journal;
    private final Function<Entry, String> answer;

    /**
     * @param ids gives UUIDv7
     * @param answer what is told of a region that was changed, as JSON
     */
    public Regions(AdminDatabase database, Supplier<UUID> ids, Journal journal, Function<Entry, String> answer) {
        this.database = database;
        this.ids = ids;
        this.journal = journal;
        this.answer = answer;
    }

    /**
     * @param connections and {@code tenants}: how many are in the region
     * @param version rises with each change that is on record
     */
    public record Entry(String code, String name, boolean isActive, int connections, int tenants, long version) {}

    public List<Entry> all() {
        return database.read(dsl -> where(dsl, DSL.noCondition()));
    }

    /** @throws RefusedException REGION_NOT_FOUND */
    public Entry of(Region region) {
        return database.read(dsl -> one(dsl, region));
    }

    /** @throws RefusedException REGION_EXISTS */
    public Entry add(Region region, String name, Asked asked) {
        return database.write(dsl -> {
            int inserted = dsl.insertInto(REGIONS)
                    .set(REGIONS.ID, ids.get())
                    .set(REGIONS.CODE, region.code())
                    .set(REGIONS.NAME, name)
                    .onConflict(REGIONS.CODE)
                    .doNothing()
                    .execute();
            if (inserted == 0) {
                throw new RefusedException(
                        Refusal.REGION_EXISTS, "there is such a region", Map.of("region", region.code()));
            }
            return written(dsl, region, asked);
        });
    }

    /** In a region that is not active no tenant is placed; those that are there are served. */
    public Entry setActive(Region region, boolean active, Asked asked) {
        return database.write(dsl -> {
            require(dsl, region, asked);
            dsl.update(REGIONS)
                    .set(REGIONS.IS_ACTIVE, active)
                    .set(REGIONS.VERSION, REGIONS.VERSION.plus(1))
                    .where(REGIONS.CODE.eq(region.code()))
                    .execute();
            return written(dsl, region, asked);
        });
    }

    /**
     * @param told what is answered, as JSON
     * @throws RefusedException REGION_IN_USE while connections or tenants are in it
     */
    public void remove(Region region, Asked asked, String told) {
        database.write(dsl -> {
            require(dsl, region, asked);
            journal.write(dsl, asked, told);
            Entry entry = one(dsl, region);
            if (entry.connections() > 0 || entry.tenants() > 0) {
                throw new RefusedException(
                        Refusal.REGION_IN_USE,
                        "connections or tenants are in the region",
                        Map.of("connections", entry.connections(), "tenants", entry.tenants()));
            }
            return dsl.deleteFrom(REGIONS).where(REGIONS.CODE.eq(region.code())).execute();
        });
    }

    /** Nobody else changes it until the transaction ends. */
    private static void require(DSLContext dsl, Region region, Asked asked) {
        Long present = dsl.select(REGIONS.VERSION)
                .from(REGIONS)
                .where(REGIONS.CODE.eq(region.code()))
                .forUpdate()
                .fetchOne(REGIONS.VERSION);
        if (asked.ifMatch() != null && present != null && !present.equals(asked.ifMatch())) {
            throw RefusedException.changed(present);
        }
    }

    private Entry written(DSLContext dsl, Region region, Asked asked) {
        Entry entry = one(dsl, region);
        journal.write(dsl, asked, answer.apply(entry));
        return entry;
    }

    private static Entry one(DSLContext dsl, Region region) {
        return where(dsl, REGIONS.CODE.eq(region.code())).stream()
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        Refusal.REGION_NOT_FOUND, "no such region", Map.of("region", region.code())));
    }

    private static List<Entry> where(DSLContext dsl, Condition condition) {
        return dsl.select(REGIONS.CODE, REGIONS.NAME, REGIONS.IS_ACTIVE, CONNECTIONS, PLACED, REGIONS.VERSION)
                .from(REGIONS)
                .where(condition)
                .orderBy(REGIONS.CODE)
                .fetch(row ->
                        new Entry(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
    }
}

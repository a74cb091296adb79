package io.neomt.query.http;

import io.neomt.commons.connections.Tenant;
import io.neomt.query.worlds.Ids;
import io.neomt.query.worlds.Stored;
import io.neomt.query.worlds.WorldKeys;
import io.neomt.testkit.permissions.World;
import io.neomt.testkit.permissions.World.Holding;
import io.neomt.testkit.permissions.World.Limit;
import io.neomt.testkit.permissions.World.User;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as the AuthZEN working group's certification scenario wants it: alice and bob, an active and an archived
 * record, and rules that look at the properties of all that is asked about. {@code pep} may ask.
 */
record RecordsTenant(QueryApi api, Tenant tenant, Client pep) implements AutoCloseable {

    private static final String SOFT = "action.properties.soft == true";
    private static final String ARCHIVED = "resource.properties.status == \"archived\"";
    private static final String ADMIN = "subject.properties.role == \"admin\"";

    static RecordsTenant of(QueryApi api) {
        User alice = user(
                given("record.read.tenant", false, null),
                given("record.write.tenant", false, null),
                given("record.write.tenant", true, ARCHIVED),
                given("record.delete.tenant", false, SOFT));
        User bob = user(given("record.read.tenant", false, null), given("record.write.tenant", false, ADMIN));
        User pep = user(given("permissions.check.tenant", false, null));
        World world = new World(World.ACTIVE, Map.of("alice", alice, "bob", bob, "pep", pep), Map.of(), Map.of());
        Tenant tenant = api.tenant(
                world,
                Map.of(
                        "record/record-1", new Stored("alice", null, "{\"status\":\"active\"}"),
                        "record/record-2", new Stored(null, null, "{\"status\":\"archived\"}")));
        return new RecordsTenant(api, tenant, api.as(tenant, "pep"));
    }

    /** JSON with single quotes, in which {@code @alice} stands for her id. */
    static String json(String text) {
        return text.replace("@alice", Ids.user("alice").toString())
                .replace("@bob", Ids.user("bob").toString())
                .replace('\'', '"');
    }

    Client.Answer post(String path, String body, String... headers) {
        return pep.post("/access/v1/" + path, json(body), headers);
    }

    private static User user(Holding... holdings) {
        return new User(World.ACTIVE, List.of(), List.of(), List.of(holdings));
    }

    private static Holding given(String permission, boolean denial, @Nullable String condition) {
        return new Holding(permission, denial, null, new Limit(null, null, condition));
    }

    @Override
    public void close() {
        WorldKeys.clear(api.backends().redis(), tenant.id());
    }
}

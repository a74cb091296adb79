package io.neomt.e2e;

import static io.neomt.view.jooq.admin.eventstore.Tables.EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.e2e.Shell.Run;
import io.neomt.view.jooq.admin.eventstore.tables.records.EventRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code neo projections} against a running platform. */
class ProjectionsCliTest extends OnRunningPlatform {

    private static final String DEACTIVATED = "neo.user.deactivated.v1";
    private static final List<String> VIEWS = List.of("tenantschema", "permissionsets", "audit");

    private final DSLContext admin = platform.stack().admin();
    private final Workspace acme = Workspace.create(platform);

    /** The bytes of a deactivation are lost on their way into the store: nobody knows any longer what to take away. */
    @Test
    void aTenantThatStandsBeforeALostEventIsPatchedAndCatchesUpInOrder() {
        String ann = acme.createUser("ann").id();
        acme.grant(ann, "posts.write.tenant", "allow");
        acme.post("/users/" + ann + "/deactivate", Map.of()).orRefuse();
        byte[] payload = newest(DEACTIVATED).getPayload();
        acme.post("/users/" + ann + "/reactivate", Map.of()).orRefuse();

        loseDeactivations(
                () -> acme.post("/users/" + ann + "/deactivate", Map.of()).orRefuse());
        long lost = newest(DEACTIVATED).getPosition();
        try {
            String later = acme.createUser("later").id();
            acme.grant(later, "posts.write.tenant", "allow");
            for (String view : List.of("tenantschema", "audit")) {
                Waiting.until(view + " stands before it", () -> parked(view).isPresent());
                assertThat(parked(view).orElseThrow().path("position").asLong()).isEqualTo(lost);
            }
            othersGoOn();
            wrongWaysOutAreRefused(ann, lost);
            assertThat(parked("tenantschema").orElseThrow().path("position").asLong())
                    .isEqualTo(lost);

            assertThat(patch(lost, "its bytes were lost", "{\"user_id\":\"" + ann + "\"}"))
                    .satisfies(run -> assertThat(run.out()).contains("patched position " + lost))
                    .satisfies(run -> assertThat(run.code()).isZero());
            VIEWS.forEach(view -> Waiting.until(
                    view + " goes on",
                    () -> position(view) > lost && parked(view).isEmpty()));
            assertThat(isAllowed(ann)).isFalse();
            assertThat(isAllowed(later)).isTrue();
            assertThat(neo("audit", "search", "--tenant", acme.slug, "--type", "neo.projection.event-patched.v1"))
                    .satisfies(run -> assertThat(run.out()).contains("platform/"));
        } finally {
            // what was put in its place is the same, and whoever looks at the log afterwards has to be able to read it
            write(lost, payload);
        }
    }

    @Test
    void aViewIsMadeAnewFromEachOfItsSources() {
        String ann = acme.createUser("ann").id();
        acme.grant(ann, "posts.write.tenant", "allow");
        VIEWS.forEach(view -> Waiting.until(view + " is there", () -> position(view) == head()));

        assertThat(rebuild("permissionsets", "--verify").out()).contains("1 of 1 tenants", "0 differences");
        assertThat(rebuild("permissionsets", "--from", "store", "--verify").out())
                .contains("0 differences");
        assertThat(rebuild("permissionsets", "--from", "topic", "--dry-run").out())
                .contains("0 differences");
        assertThat(rebuild("tenantschema", "--verify").out()).contains("0 differences");
        assertThat(rebuild("audit", "--from", "topic", "--verify").out()).contains("0 differences");
        assertThat(isAllowed(ann)).isTrue();

        String id = neoJson("projections", "rebuild", "permissionsets", "--tenant", acme.slug)
                .path("rebuild")
                .path("id")
                .asString("");
        assertThat(neo("projections", "rollback", id))
                .satisfies(run -> assertThat(run.code()).isZero());
        assertThat(neo("projections", "rebuild-show", id).out()).contains("gone_back");
        assertThat(neo("projections", "rebuilds").out()).contains(id, "permissionsets");
        assertThat(isAllowed(ann)).isTrue();
    }

    @Test
    void whatCannotBeMadeAnewIsRefused() {
        assertThat(neo("projections", "rebuild", "nonsense"))
                .satisfies(run -> assertThat(run.out()).contains("nonsense", "tenantschema"))
                .satisfies(run -> assertThat(run.code()).isEqualTo(1));
        assertThat(neo("projections", "rebuild", "permissionsets", "--tenant", "nobody-here"))
                .satisfies(run -> assertThat(run.out()).contains("nobody-here"))
                .satisfies(run -> assertThat(run.code()).isEqualTo(1));
        assertThat(neo("projections", "rebuild", "permissionsets", "--from", "hearsay"))
                .satisfies(run -> assertThat(run.out()).contains("hearsay"))
                .satisfies(run -> assertThat(run.code()).isEqualTo(1));
        assertThat(neo("projections", "rollback", "999999999"))
                .satisfies(run -> assertThat(run.out()).contains("999999999"))
                .satisfies(run -> assertThat(run.code()).isEqualTo(1));
        assertThat(neo("projections", "rebuild").code()).isEqualTo(2);
    }

    private void othersGoOn() {
        Workspace other = Workspace.create(platform);
        String bob = other.createUser("bob").id();
        assertThat(other.isAllowed(bob, "posts.write.tenant", other.grant(bob, "posts.write.tenant", "allow")))
                .isTrue();
    }

    private void wrongWaysOutAreRefused(String user, long lost) {
        assertThat(neo("projections", "retry", acme.slug))
                .satisfies(run -> assertThat(run.out()).contains("still parked"))
                .satisfies(run -> assertThat(run.code()).isEqualTo(1));
        assertThat(neo("projections", "skip", acme.slug, Long.toString(lost)))
                .satisfies(run -> assertThat(run.out()).contains("--reason"))
                .satisfies(run -> assertThat(run.code()).isEqualTo(2));
        assertThat(patch(lost, "its bytes were lost", "{\"user\":\"" + user + "\"}"))
                .satisfies(run -> assertThat(run.out()).contains("user_id"))
                .satisfies(run -> assertThat(run.code()).isEqualTo(1));
        assertThat(patch(lost, "its bytes were lost", "{\"user_id\":"))
                .satisfies(run -> assertThat(run.out()).contains("--event is JSON"))
                .satisfies(run -> assertThat(run.code()).isEqualTo(2));
        assertThat(patch(lost, "another user", "{\"user_id\":\"" + UUID.randomUUID() + "\"}"))
                .satisfies(run -> assertThat(run.code()).isEqualTo(1));
        assertThat(patch(lost - 1, "not the one", "{\"user_id\":\"" + user + "\"}"))
                .satisfies(run -> assertThat(run.code()).isEqualTo(1));
    }

    private Run patch(long position, String reason, String event) {
        return neo(
                "projections",
                "patch",
                acme.slug,
                Long.toString(position),
                "--reason",
                reason,
                "--type",
                DEACTIVATED,
                "--event",
                event);
    }

    private Run rebuild(String view, String... options) {
        String[] arguments = new String[5 + options.length];
        System.arraycopy(new String[] {"projections", "rebuild", view, "--tenant", acme.slug}, 0, arguments, 0, 5);
        System.arraycopy(options, 0, arguments, 5, options.length);
        Run run = neo(arguments);
        assertThat(run.code()).as(run.out()).isZero();
        return run;
    }

    /** What the store takes in meanwhile are other bytes than the event's. */
    private void loseDeactivations(Runnable meanwhile) {
        UUID tenant = UUID.fromString(acme.tenantId);
        admin.execute("CREATE FUNCTION eventstore.lose() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN NEW.payload := '\\x63010203'; RETURN NEW; END $$");
        try {
            admin.execute("CREATE TRIGGER lose BEFORE INSERT ON eventstore.event FOR EACH ROW WHEN (NEW.tenant_id = '"
                    + tenant + "' AND NEW.type = '" + DEACTIVATED + "') EXECUTE FUNCTION eventstore.lose()");
            meanwhile.run();
        } finally {
            admin.execute("DROP FUNCTION eventstore.lose() CASCADE");
        }
    }

    private EventRecord newest(String type) {
        return admin.selectFrom(EVENT)
                .where(EVENT.TENANT_ID.eq(UUID.fromString(acme.tenantId)))
                .and(EVENT.TYPE.eq(type))
                .orderBy(EVENT.POSITION.desc())
                .limit(1)
                .fetchSingle();
    }

    private long head() {
        return admin.selectFrom(EVENT)
                .where(EVENT.TENANT_ID.eq(UUID.fromString(acme.tenantId)))
                .orderBy(EVENT.POSITION.desc())
                .limit(1)
                .fetchSingle()
                .getPosition();
    }

    private void write(long position, byte[] payload) {
        int changed = admin.update(EVENT)
                .set(EVENT.PAYLOAD, payload)
                .where(EVENT.TENANT_ID.eq(UUID.fromString(acme.tenantId)))
                .and(EVENT.POSITION.eq(position))
                .execute();
        assertThat(changed).isOne();
    }

    private Optional<JsonNode> parked(String view) {
        return neoJson("projections", "parked")
                .valueStream()
                .filter(each -> each.path("tenant").asString("").equals(acme.slug))
                .filter(each -> each.path("projection").asString("").equals(view))
                .findFirst();
    }

    private long position(String view) {
        return neoJson("projections", "status", "--tenant", acme.slug)
                .valueStream()
                .filter(each -> each.path("projection").asString("").equals(view))
                .findFirst()
                .orElseThrow()
                .path("position")
                .asLong();
    }

    private boolean isAllowed(String user) {
        return acme.queries
                .post(
                        acme.path("/check"),
                        Map.of("user_id", user, "permission", "posts.write.tenant"),
                        Map.of("X-Consistency", "fully_consistent"))
                .orRefuse()
                .data()
                .path("allowed")
                .asBoolean(false);
    }

    private JsonNode neoJson(String... arguments) {
        String[] json = Arrays.copyOf(arguments, arguments.length + 1);
        json[arguments.length] = "--json";
        Run run = neo(json);
        assertThat(run.code()).as(run.out()).isZero();
        return TestPlatform.JSON.readTree(run.out());
    }

    private Run neo(String... arguments) {
        return Shell.on(data, arguments);
    }
}

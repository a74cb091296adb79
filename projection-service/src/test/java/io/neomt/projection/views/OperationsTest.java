package io.neomt.projection.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.TenantId;
import io.neomt.projection.world.History;
import io.neomt.projection.world.RandomHistory;
import io.neomt.testkit.backends.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What operators see and do over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationsTest {

    private static final String PROJECTIONS = "/api/v1/admin/projections";

    private RunningProjections running;

    @BeforeAll
    void open() {
        running = new RunningProjections();
    }

    @AfterAll
    void close() {
        running.close();
    }

    @Test
    void everyProjectionTellsHowFarItIsAndWhatHasMoved() {
        History history = RandomHistory.of(running.world.active(), 71, 60);
        running.world.store(history.tenant(), history.events(1, 20));
        awaitPosition(history.tenant(), 20);
        long moved = status("permissionsets").path("position_moves").asLong();
        running.world.store(history);
        awaitPosition(history.tenant(), 60);

        Await.until(
                "both to have moved",
                () -> status("permissionsets").path("position_moves").asLong() >= moved + 40);
        assertThat(status("tenantschema").path("head_moves").asLong()).isGreaterThanOrEqualTo(40);
        assertThat(status("tenantschema").path("parked").asLong()).isZero();
        assertThat(status("tenantschema").path("tenants").asLong()).isPositive();
        assertThat(status("tenantschema").hasNonNull("seen_at")).isTrue();
    }

    @Test
    void aTenantIsFoundByItsSlugAndByItsId() {
        History history = RandomHistory.of(running.world.active(), 72, 30);
        running.world.store(history);
        awaitPosition(history.tenant(), 30);

        JsonNode bySlug = running.operator().get(path(World.slug(history.tenant())));
        assertThat(bySlug.path("state").asString()).isEqualTo("running");
        assertThat(bySlug.path("head").asLong()).isEqualTo(30);
        assertThat(bySlug.path("position").asLong()).isEqualTo(30);
        assertThat(bySlug.path("lag_events").asLong()).isZero();
    }

    @Test
    void aTenantWithoutASchemaIsNotReady() {
        TenantId tenant = running.world.request();

        assertThat(running.operator().get(path(tenant.toString())).path("state").asString())
                .isEqualTo("not_ready");
    }

    @Test
    void whatIsNotThereAndWhoMayNotLookIsRefused() {
        Operator operator = running.operator();

        assertThat(operator.refusal("admin", "GET", PROJECTIONS + "/nonsense/tenants/platform"))
                .isEqualTo("404 PROJECTION_NOT_FOUND");
        assertThat(operator.refusal("admin", "GET", path("nobody"))).isEqualTo("404 TENANT_NOT_FOUND");
        assertThat(operator.refusal("stranger", "GET", PROJECTIONS)).isEqualTo("403 FORBIDDEN");
        assertThat(operator.send("reader", "GET", PROJECTIONS).statusCode()).isEqualTo(200);
    }

    private static String path(String tenant) {
        return PROJECTIONS + "/tenantschema/tenants/" + tenant;
    }

    private JsonNode status(String projection) {
        return running.operator()
                .get(PROJECTIONS)
                .valueStream()
                .filter(each -> each.path("projection").asString().equals(projection))
                .findFirst()
                .orElseThrow();
    }

    private void awaitPosition(TenantId tenant, long position) {
        Await.until(
                tenant + " to be at " + position,
                () -> RedisView.of(running.redis, tenant).marker().complete()
                        && RedisView.of(running.redis, tenant)
                                        .marker()
                                        .position()
                                        .value()
                                >= position);
    }
}

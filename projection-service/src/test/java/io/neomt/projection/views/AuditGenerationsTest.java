package io.neomt.projection.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.Position;
import io.neomt.event.ProjectionEvent.EventSkipped;
import io.neomt.event.TenantId;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.projection.kernel.Pursuit;
import io.neomt.projection.rebuild.Blueprint;
import io.neomt.projection.rebuild.Difference;
import io.neomt.projection.store.AuditProjection;
import io.neomt.projection.store.PublishedEvents;
import io.neomt.projection.store.SchemaBlueprint;
import io.neomt.projection.store.TenantSchemas;
import io.neomt.projection.world.History;
import io.neomt.projection.world.Ids;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The audit log is made anew from the log while it is used. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditGenerationsTest {

    private final Stage stage = new Stage();
    private final TenantSchemas schemas = new TenantSchemas(stage.world.directory, stage.world.connections);
    private final Pursuit audit =
            new Pursuit(stage.service.events, new AuditProjection(schemas, stage.service.events), 50);
    private final Blueprint blueprint =
            SchemaBlueprint.ofAudit(schemas, new PublishedEvents(stage.service.events, stage.service.events));

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    void rowsThatAreRightDifferInNothing() {
        History history = kept(111);
        Blueprint.Made made = blueprint.make(history.tenant(), 7, true, true, new Found());

        assertThat(made.position()).isEqualTo(history.head());
        assertThat(made.parts()).isEqualTo(history.head().value());
        assertThat(differences(history)).isEmpty();
    }

    @Test
    void whatSomebodyChangedIsListedAndPutRight() {
        History history = kept(112);
        stage.world.schema(history.tenant()).write(dsl -> {
            dsl.execute("DELETE FROM audit_log WHERE position = 5");
            dsl.execute("UPDATE audit_log SET actor = 'nobody' WHERE position = 6");
            dsl.execute("UPDATE audit_log SET details = details || '{\"user_id\": \"another\"}' WHERE position = 7");
            return dsl.execute(
                    "INSERT INTO audit_log SELECT 100000, event_id, type, subject, actor, reason, request_id,"
                            + " correlation_id, causation_id, time, hash, details FROM audit_log WHERE position = 8");
        });

        List<Difference> found = differences(history);
        assertThat(found)
                .anyMatch(each -> each.key().equals("audit_log [5]") && each.running() == null)
                .anyMatch(each -> each.key().equals("audit_log [6]")
                        && each.field().equals("actor")
                        && "nobody".equals(each.running()))
                .anyMatch(each ->
                        each.key().equals("audit_log [7]") && each.field().equals("details"))
                .anyMatch(each -> each.key().equals("audit_log [100000]") && each.rebuilt() == null);
        blueprint.make(history.tenant(), 7, false, true, new Found());
        assertThat(differences(history)).isEmpty();
    }

    /** As a release wrote it that did not know of a field. */
    @Test
    void aFieldThatCameLaterIsNoDifference() {
        History history = kept(113);
        stage.world
                .schema(history.tenant())
                .write(dsl -> dsl.execute("UPDATE audit_log SET details = jsonb_strip_nulls(details)"));

        assertThat(differences(history)).isEmpty();
    }

    @Test
    void whatWasSkippedIsToldAsItWasPublished() {
        History history = kept(114);
        history.add(new EventSkipped(history.tenant(), new Position(3), "tenantschema", "it was wrong"));
        stage.world.intervene(history.events().getLast(), null);
        stage.service.events.refresh();
        audit.to(history.tenant(), history.head());
        assertThat(differences(history)).isEmpty();

        // as where the audit log comes to it only later
        stage.world.schema(history.tenant()).write(dsl -> {
            dsl.execute("DELETE FROM projection_position WHERE projection = 'audit'");
            return dsl.execute("DELETE FROM audit_log");
        });
        audit.to(history.tenant(), history.head());
        assertThat(differences(history)).isEmpty();
    }

    @Test
    void aTenantThatHasNoRowsYetHasNoneAfterwards() {
        TenantId tenant = stage.world.active();
        stage.world.store(History.of(tenant, new UserCreated(Ids.user(1), "u", null, "U", "x")));

        assertThat(blueprint.make(tenant, 7, true, true, new Found()).position())
                .isEqualTo(Position.NONE);
    }

    private History kept(long seed) {
        History history = stage.stored(seed, 300);
        audit.to(history.tenant(), history.head());
        return history;
    }

    private List<Difference> differences(History history) {
        Found found = new Found();
        blueprint.check(history.tenant(), found);
        return found.differences;
    }
}

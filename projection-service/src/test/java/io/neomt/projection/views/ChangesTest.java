package io.neomt.projection.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.AccessEvent.AccessGranted;
import io.neomt.event.AccessEvent.AccessRevoked;
import io.neomt.event.Position;
import io.neomt.event.ResourceEvent.ResourceRegistered;
import io.neomt.event.ResourceEvent.ResourceRemoved;
import io.neomt.event.RoleEvent.RoleCreated;
import io.neomt.event.RoleEvent.RoleParentAdded;
import io.neomt.event.RoleEvent.RolePermissionGranted;
import io.neomt.event.TeamEvent.TeamCreated;
import io.neomt.event.TeamEvent.TeamMemberAdded;
import io.neomt.event.TeamEvent.TeamMoved;
import io.neomt.event.TeamEvent.TeamRoleAssigned;
import io.neomt.event.TenantId;
import io.neomt.event.UserEvent.RoleAssigned;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.permission.Instance;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import io.neomt.projection.world.History;
import io.neomt.projection.world.Ids;
import io.neomt.testkit.backends.Await;
import io.neomt.view.cache.ChangeMessage;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is written and announced for a change: whom it concerns, and nobody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangesTest {

    private final Stage stage = new Stage();

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    void everyChangeOfSetsIsAnnouncedWithItsPositionAndWhomItConcerns() {
        History history = History.of(
                stage.world.active(),
                new UserCreated(Ids.user(1), "ann", null, "Ann", "ext-ann"),
                new RoleCreated(Ids.role(1), "member", ""),
                new RoleCreated(Ids.role(2), "lead", ""),
                new RoleParentAdded(Ids.role(2), Ids.role(1)),
                new RolePermissionGranted(Ids.role(1), "posts.write.team"),
                new RoleAssigned(Ids.user(1), Ids.role(2)));
        TenantId tenant = history.tenant();
        stage.world.store(history);
        try (Announcements announcements = new Announcements(stage.redis)) {
            stage.deliver(history, 1, 4);
            stage.deliver(history, 5, 5);
            stage.deliver(history, 6, 6);
            Await.until("three messages", () -> announcements.of(tenant).size() == 3);

            assertThat(announcements.of(tenant).getFirst())
                    .isEqualTo(ChangeMessage.everything(tenant, new Position(4)));
            assertThat(announcements.of(tenant).get(1).to()).isEqualTo(new Position(5));
            assertThat(announcements.of(tenant).get(1).roles()).containsExactlyInAnyOrder(Ids.role(1), Ids.role(2));
            assertThat(announcements.of(tenant).get(2))
                    .isEqualTo(new ChangeMessage(
                            tenant,
                            new Position(5),
                            new Position(6),
                            List.of(Ids.user(1)),
                            List.of(),
                            List.of(),
                            List.of(),
                            false));
        }
    }

    @Test
    void whoOnlyMovesATeamWritesItAndThoseBelowAndNoMember() {
        History history = History.of(
                stage.world.active(),
                new UserCreated(Ids.user(1), "ann", null, "Ann", "ext-ann"),
                new TeamCreated(Ids.team(1), "top", "", null),
                new TeamCreated(Ids.team(2), "middle", "", null),
                new TeamCreated(Ids.team(3), "low", "", Ids.team(2)),
                new TeamMemberAdded(Ids.team(3), Ids.user(1), "member"),
                new TeamMoved(Ids.team(2), Ids.team(1)));

        ChangeMessage message = lastOf(history);
        assertThat(message.teams()).containsExactlyInAnyOrder(Ids.team(2), Ids.team(3));
        assertThat(message.users()).isEmpty();
    }

    @Test
    void aRoleOfATeamThatChangesWritesTheRoleOnly() {
        History history = History.of(
                stage.world.active(),
                new RoleCreated(Ids.role(1), "member", ""),
                new TeamCreated(Ids.team(1), "top", "", null),
                new TeamRoleAssigned(Ids.team(1), Ids.role(1)),
                new RolePermissionGranted(Ids.role(1), "posts.write.team"));

        ChangeMessage message = lastOf(history);
        assertThat(message.roles()).containsExactly(Ids.role(1));
        assertThat(message.teams()).isEmpty();
    }

    @Test
    void whoLosesAccessIsFoundThoughTheGrantIsGone() {
        History history = History.of(
                stage.world.active(),
                new AccessGranted(
                        Ids.access(1),
                        Ids.tenant(9),
                        Ids.user(9),
                        Permission.grant(PermissionPattern.parse("docs.read.tenant"))),
                new AccessRevoked(Ids.access(1)));

        assertThat(lastOf(history).users()).containsExactly(Ids.user(9));
    }

    @Test
    void aResourceThatIsRemovedIsAnnounced() {
        Instance doc = new Instance("doc", "a b");
        History history = History.of(
                stage.world.active(), new ResourceRegistered(doc, null, null, "{}"), new ResourceRemoved(doc));

        assertThat(lastOf(history).resources()).containsExactly(doc);
    }

    /** What the last event of the history alone announces. */
    private ChangeMessage lastOf(History history) {
        stage.world.store(history);
        long last = history.head().value();
        try (Announcements announcements = new Announcements(stage.redis)) {
            stage.deliver(history, 1, last - 1);
            stage.deliver(history, last, last);
            Await.until("two messages", () -> announcements.of(history.tenant()).size() == 2);
            stage.assertViewsAreTheLog(history);
            ChangeMessage message = announcements.of(history.tenant()).getLast();
            assertThat(message.from()).isEqualTo(new Position(last - 1));
            assertThat(message.to()).isEqualTo(history.head());
            return message;
        }
    }
}

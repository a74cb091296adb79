package io.neomt.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.neomt.condition.CelConditions;
import io.neomt.event.AccessEvent.AccessGranted;
import io.neomt.event.AccessEvent.AccessRevoked;
import io.neomt.event.AccessGrantId;
import io.neomt.event.Event;
import io.neomt.event.GrantId;
import io.neomt.event.Position;
import io.neomt.event.RoleEvent.RoleCreated;
import io.neomt.event.RoleEvent.RoleDeleted;
import io.neomt.event.RoleEvent.RoleParentAdded;
import io.neomt.event.RoleEvent.RolePermissionGranted;
import io.neomt.event.RoleEvent.RolePermissionRevoked;
import io.neomt.event.RoleId;
import io.neomt.event.TeamEvent.TeamCreated;
import io.neomt.event.TeamEvent.TeamDeleted;
import io.neomt.event.TeamEvent.TeamMemberAdded;
import io.neomt.event.TeamEvent.TeamMoved;
import io.neomt.event.TeamEvent.TeamRoleAssigned;
import io.neomt.event.TeamId;
import io.neomt.event.TenantEvent.TenantActivated;
import io.neomt.event.TenantEvent.TenantResumed;
import io.neomt.event.TenantEvent.TenantSuspended;
import io.neomt.event.TenantId;
import io.neomt.event.UserEvent.RoleAssigned;
import io.neomt.event.UserEvent.RoleUnassigned;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.event.UserEvent.UserDeactivated;
import io.neomt.event.UserEvent.UserPermissionGranted;
import io.neomt.event.UserEvent.UserPermissionRevoked;
import io.neomt.event.UserEvent.UserReactivated;
import io.neomt.event.UserId;
import io.neomt.permission.Effect;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.Terms;
import io.neomt.query.scene.Assembly;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each event happens one second after the one before. */
class HoldersTest implements History {

    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final TenantId HOME = new TenantId(new UUID(1, 2));
    private static final PermissionCode CODE = PermissionCode.parse("posts.write.team");
    private static final UserId ANN = new UserId(new UUID(2, 1));
    private static final UserId BOB = new UserId(new UUID(2, 2));
    private static final UserId GUEST = new UserId(new UUID(2, 3));
    private static final RoleId WRITER = new RoleId(new UUID(3, 1));
    private static final RoleId EDITOR = new RoleId(new UUID(3, 2));
    private static final TeamId TOP = new TeamId(new UUID(4, 1));
    private static final TeamId SUB = new TeamId(new UUID(4, 2));
    private static final GrantId GRANT = new GrantId(new UUID(5, 1));
    private static final AccessGrantId ACCESS = new AccessGrantId(new UUID(6, 1));

    private final List<Event> events = new ArrayList<>();
    private final Holders holders = new Holders(this, new Assembly(new CelConditions(), _ -> Map.of()));

    @BeforeEach
    void aTenantWithTwoUsers() {
        happens(
                new TenantActivated(TENANT, "db", "4"),
                new UserCreated(ANN, "ann", null, "Ann", "ann"),
                new UserCreated(BOB, "bob", null, "Bob", "bob"));
    }

    @Test
    void aGrantCountsFromWhenItWasGivenUntilItWasTakenBack() {
        long given = happens(new UserPermissionGranted(ANN, GRANT, CODE.toString(), Effect.ALLOW));
        long taken = happens(new UserPermissionRevoked(ANN, GRANT));

        assertThat(at(given - 1)).isEmpty();
        assertThat(at(given)).containsExactly(ANN);
        assertThat(at(taken)).isEmpty();
        assertThat(holders.of(TENANT, CODE, time(given).plusMillis(999)).position())
                .isEqualTo(new Position(given));
    }

    @Test
    void aRoleGivesWhatItHasAndInherits() {
        happens(
                new RoleCreated(WRITER, "writer", ""),
                new RoleCreated(EDITOR, "editor", ""),
                new RolePermissionGranted(WRITER, "posts.*.team"));
        long inherited = happens(new RoleParentAdded(EDITOR, WRITER), new RoleAssigned(BOB, EDITOR));
        long poorer = happens(new RolePermissionRevoked(WRITER, "posts.*.team"));
        long richer = happens(new RolePermissionGranted(WRITER, "*.*.tenant"));
        long gone = happens(new RoleDeleted(WRITER));

        assertThat(at(inherited)).containsExactly(BOB);
        assertThat(at(poorer)).isEmpty();
        assertThat(at(richer)).containsExactly(BOB);
        assertThat(at(gone)).isEmpty();
    }

    @Test
    void aTeamGivesWhatThoseAboveItHave() {
        happens(
                new RoleCreated(WRITER, "writer", ""),
                new RolePermissionGranted(WRITER, CODE.toString()),
                new TeamCreated(TOP, "top", "", null),
                new TeamCreated(SUB, "sub", "", TOP),
                new TeamRoleAssigned(TOP, WRITER));
        long member = happens(new TeamMemberAdded(SUB, ANN, "member"));
        long apart = happens(new TeamMoved(SUB, null));
        long back = happens(new TeamMoved(SUB, TOP));
        long deleted = happens(new TeamDeleted(SUB));

        assertThat(at(member)).containsExactly(ANN);
        assertThat(at(apart)).isEmpty();
        assertThat(at(back)).containsExactly(ANN);
        assertThat(at(deleted)).isEmpty();
    }

    @Test
    void aDenialBeatsAGrant() {
        happens(new RoleCreated(WRITER, "writer", ""), new RolePermissionGranted(WRITER, "*.*.*"));
        long all = happens(new RoleAssigned(ANN, WRITER), new RoleAssigned(BOB, WRITER));
        long denied = happens(new UserPermissionGranted(ANN, GRANT, "posts.*.*", Effect.DENY));
        long unassigned = happens(new RoleUnassigned(BOB, WRITER));

        assertThat(at(all)).containsExactly(ANN, BOB);
        assertThat(at(denied)).containsExactly(BOB);
        assertThat(at(unassigned)).isEmpty();
    }

    /** What is over at some time counts no longer, although no event says so yet. */
    @Test
    void aWindowIsLookedAtAsItWasThen() {
        Terms until = Terms.of(null, time(7), null);
        long given = happens(new UserPermissionGranted(
                ANN, GRANT, new Permission(PermissionPattern.parse(CODE.toString()), Effect.ALLOW, null, until)));

        assertThat(at(given)).containsExactly(ANN);
        assertThat(holders.of(TENANT, CODE, time(7)).holders()).isEmpty();
    }

    @Test
    void whoIsBarredHoldsNothing() {
        happens(new UserPermissionGranted(ANN, GRANT, CODE.toString(), Effect.ALLOW));
        long barred = happens(new UserDeactivated(ANN));
        long back = happens(new UserReactivated(ANN));
        long suspended = happens(new TenantSuspended(TENANT, "unpaid"));
        long resumed = happens(new TenantResumed(TENANT));

        assertThat(at(barred)).isEmpty();
        assertThat(at(back)).containsExactly(ANN);
        assertThat(at(suspended)).isEmpty();
        assertThat(at(resumed)).containsExactly(ANN);
    }

    @Test
    void aUserOfAnotherTenantHoldsWhatWasGiven() {
        long given = happens(
                new AccessGranted(ACCESS, HOME, GUEST, Permission.grant(PermissionPattern.parse(CODE.toString()))));
        long taken = happens(new AccessRevoked(ACCESS));

        assertThat(holders.of(TENANT, CODE, time(given)).holders())
                .singleElement()
                .satisfies(holder -> {
                    assertThat(holder.user()).isEqualTo(GUEST);
                    assertThat(holder.home()).isEqualTo(HOME);
                    assertThat(holder.username()).isNull();
                });
        assertThat(at(taken)).isEmpty();
    }

    @Test
    void beforeTheFirstEventThereWasNobody() {
        assertThat(holders.of(TENANT, CODE, time(0)).position()).isEqualTo(Position.NONE);
        assertThat(at(0)).isEmpty();
    }

    @Test
    void moreThanFitsIsRefused() {
        for (int i = 0; i < 500_000; i++) {
            events.add(new UserCreated(new UserId(new UUID(9, i)), "u", null, "", ""));
        }
        assertThatExceptionOfType(TooMuchHistoryException.class).isThrownBy(() -> at(events.size()));
    }

    /** @return the position of the last one */
    private long happens(Event... more) {
        events.addAll(List.of(more));
        return events.size();
    }

    private List<UserId> at(long position) {
        return holders.of(TENANT, CODE, time(position)).holders().stream()
                .map(Holders.Holder::user)
                .toList();
    }

    private static Instant time(long position) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(position);
    }

    @Override
    public Position at(TenantId tenant, Instant time) {
        long last = 0;
        while (last < events.size() && !time(last + 1).isAfter(time)) {
            last++;
        }
        return new Position(last);
    }

    @Override
    public void events(TenantId tenant, Position upTo, Consumer<Event> each) {
        events.subList(0, (int) upTo.value()).forEach(each);
    }
}

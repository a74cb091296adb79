package io.neomt.command.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.command.Answers;
import io.neomt.command.kernel.CommonRejection;
import io.neomt.command.kernel.InvalidFieldException;
import io.neomt.command.kernel.Name;
import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.user.UserCommand.CreateUser;
import io.neomt.command.user.UserCommand.DeactivateUser;
import io.neomt.command.user.UserCommand.DeleteUser;
import io.neomt.command.user.UserCommand.MeetUser;
import io.neomt.command.user.UserCommand.ReactivateUser;
import io.neomt.command.user.UserCommand.UpdateUser;
import io.neomt.event.Event;
import io.neomt.event.UserEvent;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.event.UserEvent.UserDeactivated;
import io.neomt.event.UserEvent.UserDeleted;
import io.neomt.event.UserEvent.UserReactivated;
import io.neomt.event.UserEvent.UserUpdated;
import io.neomt.event.UserId;
import io.neomt.testkit.DeciderSpecification;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserDeciderTest {

    private static final UserId ANN = new UserId(Answers.id(1));
    private static final UserCreated CREATED = new UserCreated(ANN, "Ann", "Ann@example.org", "Ann Lee", "sub-1");

    private static final MeetUser MET =
            new MeetUser(ANN, List.of("Ann", "user-1"), "ann@example.org", "Ann Lee", "sub-1");

    private final Set<Name> taken = new HashSet<>();
    private final Acquaintance tenant = new Acquaintance() {
        @Override
        public boolean isKnown(String externalId) {
            return taken.contains(new Name(Name.Kind.EXTERNAL_ID, externalId));
        }

        @Override
        public boolean isFree(Name name) {
            return !taken.contains(name);
        }
    };

    private final DeciderSpecification<UserState, UserCommand, Event, RejectionCode> spec = new DeciderSpecification<>(
            new UserState.Absent(),
            (state, command) -> Answers.of(UserDecider.decide(state, command, tenant)),
            (state, event) -> UserDecider.evolve(state, (UserEvent) event));

    @Test
    void aUserIsCreated() {
        spec.given()
                .when(new CreateUser(ANN, "Ann", "Ann@example.org", "Ann Lee", "sub-1"))
                .then(CREATED);
    }

    @Test
    void whoeverTheRealmVouchesForBecomesAUser() {
        spec.given().when(MET).then(new UserCreated(ANN, "Ann", "ann@example.org", "Ann Lee", "sub-1"));
    }

    @Test
    void whoIsKnownByTheRealmsIdIsNotMetAgain() {
        taken.add(new Name(Name.Kind.EXTERNAL_ID, "sub-1"));
        spec.given().when(MET).thenNothing();
        spec.given(CREATED).when(MET).thenRejected(UserRejection.USER_EXISTS);
        spec.given(CREATED, new UserDeleted(ANN)).when(MET).thenRejected(UserRejection.USER_EXISTS);
    }

    @Test
    void namesOfOthersAreLeftToThem() {
        taken.add(new Name(Name.Kind.USERNAME, "ann"));
        taken.add(new Name(Name.Kind.EMAIL, "ann@example.org"));
        spec.given().when(MET).then(new UserCreated(ANN, "user-1", null, "Ann Lee", "sub-1"));
    }

    @Test
    void aDeletedUserIsFoundByTheRealmsId() {
        UserState deleted =
                UserDecider.evolve(UserDecider.evolve(new UserState.Absent(), CREATED), new UserDeleted(ANN));
        assertThat(deleted.references()).containsExactly(UserState.former("sub-1"));
    }

    @Test
    void anIdIsUsedOnce() {
        spec.given(CREATED)
                .when(new CreateUser(ANN, "Ann", null, "Ann", "sub-1"))
                .thenRejected(UserRejection.USER_EXISTS);
    }

    @Test
    void anActiveUserIsDeactivatedOnce() {
        spec.given(CREATED).when(new DeactivateUser(ANN)).then(new UserDeactivated(ANN));
        spec.given(CREATED, new UserDeactivated(ANN))
                .when(new DeactivateUser(ANN))
                .thenNothing();
    }

    @Test
    void aDeactivatedUserIsReactivatedOnce() {
        spec.given(CREATED, new UserDeactivated(ANN))
                .when(new ReactivateUser(ANN))
                .then(new UserReactivated(ANN));
        spec.given(CREATED).when(new ReactivateUser(ANN)).thenNothing();
    }

    @Test
    void aUserIsCalledOtherwiseUnlessNothingChanges() {
        spec.given(CREATED).when(new UpdateUser(ANN, null, "Ann King")).then(new UserUpdated(ANN, null, "Ann King"));
        spec.given(CREATED)
                .when(new UpdateUser(ANN, "Ann@example.org", "Ann Lee"))
                .thenNothing();
        assertThat(UserDecider.evolve(
                                UserDecider.evolve(new UserState.Absent(), CREATED),
                                new UserUpdated(ANN, null, "Ann King"))
                        .names())
                .hasSize(2);
    }

    @Test
    void aUserIsDeletedOnceAndGivesItsNamesUpButNeverItsId() {
        UserDeleted deleted = new UserDeleted(ANN);
        spec.given(CREATED).when(new DeleteUser(ANN)).then(deleted);
        spec.given(CREATED, deleted).when(new DeleteUser(ANN)).thenNothing();
        List<UserCommand> commands =
                List.of(new UpdateUser(ANN, null, "Ann"), new DeactivateUser(ANN), new ReactivateUser(ANN));
        commands.forEach(
                command -> spec.given(CREATED, deleted).when(command).thenRejected(CommonRejection.USER_NOT_FOUND));
        spec.given(CREATED, deleted)
                .when(new CreateUser(ANN, "Ann", null, "Ann", "sub-1"))
                .thenRejected(UserRejection.USER_EXISTS);
        assertThat(UserDecider.evolve(UserDecider.evolve(new UserState.Absent(), CREATED), deleted)
                        .names())
                .isEmpty();
    }

    @Test
    void nobodyElseIsThere() {
        spec.given().when(new UpdateUser(ANN, null, "Ann")).thenRejected(CommonRejection.USER_NOT_FOUND);
        spec.given().when(new DeleteUser(ANN)).thenRejected(CommonRejection.USER_NOT_FOUND);
        spec.given().when(new DeactivateUser(ANN)).thenRejected(CommonRejection.USER_NOT_FOUND);
        spec.given().when(new ReactivateUser(ANN)).thenRejected(CommonRejection.USER_NOT_FOUND);
    }

    @Test
    void namesAreHeldWhateverTheCaseOfTheirLettersButSubjectsAreNot() {
        UserState state = UserDecider.evolve(new UserState.Absent(), CREATED);

        assertThat(state.names())
                .containsExactlyInAnyOrder(
                        new Name(Name.Kind.USERNAME, "ann"),
                        new Name(Name.Kind.EMAIL, "ann@example.org"),
                        new Name(Name.Kind.EXTERNAL_ID, "sub-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a:b", "{a}", "a/b", ".a", "ü", "a\u0000", "a\n"})
    void aUsernameHoldsNoSeparators(String username) {
        assertThatThrownBy(() -> new CreateUser(ANN, username, null, "Ann", "sub-1"))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageContaining("'username'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ann", "ann@", "@b", "a b@c", "a@b@c"})
    void anEmailLooksLikeOne(String email) {
        assertThatThrownBy(() -> new CreateUser(ANN, "ann", email, "Ann", "sub-1"))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageContaining("'email'");
    }
}

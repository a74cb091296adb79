package io.neomt.command.web;

import io.neomt.command.kernel.Field;
import io.neomt.command.kernel.InvalidFieldException;
import io.neomt.command.user.UserCommand.CreateUser;
import io.neomt.command.user.UserCommand.MeetUser;
import io.neomt.commons.security.Person;
import io.neomt.event.UserId;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a realm says of a person, as far as a user can be called so. */
final class Introduction {

    private Introduction() {}

    /** Empty where no user can have the realm's id. */
    static Optional<MeetUser> of(UserId id, String externalId, Person person) {
        String spare = "user-" + id;
        String username = good(CreateUser::checkedUsername, person.username()).orElse(spare);
        return good(CreateUser::checkedExternalId, externalId)
                .map(sub -> new MeetUser(
                        id,
                        Stream.of(username, spare).distinct().toList(),
                        good(email -> Field.email("email", email), person.email())
                                .orElse(null),
                        good(name -> Field.line("display_name", name), person.name())
                                .orElse(username),
                        sub));
    }

    private static Optional<String> good(Function<String, String> check, @Nullable String text) {
        try {
            return Optional.ofNullable(text).map(check);
        } catch (InvalidFieldException _) {
            return Optional.empty();
        }
    }
}

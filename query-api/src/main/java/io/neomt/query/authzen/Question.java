package io.neomt.query.authzen;

import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.Instance;
import io.neomt.permission.InvalidPermissionException;
import io.neomt.permission.ResourceAction;
import io.neomt.query.check.Attributes;
import io.neomt.query.check.CheckRequest;
import io.neomt.query.check.CheckRequest.Described;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An evaluation in the platform's terms: a user, {@code <resource.type>.<action.name>} and the resource. */
public sealed interface Question {

    /** The only type of subject that there is. */
    String USER = "user";

    /** It can be asked. */
    record Check(CheckRequest request) implements Question {}

    /** It is about something that cannot exist here, and so is denied. */
    record Hopeless(String reason) implements Question {}

    /** One evaluation of a list that is none: a denial of its own, which leaves the others alone. */
    record Malformed(String message) implements Question {}

    static Question of(Evaluation evaluation) {
        if (!evaluation.subject().type().equals(USER)) {
            return new Hopeless("subject_type_unknown");
        }
        return user(evaluation.subject())
                .map(user -> about(user, evaluation))
                .orElseGet(() -> new Hopeless("user_unknown"));
    }

    /** Empty where the subject cannot be a user. */
    static Optional<UserId> user(Entity subject) {
        return subject.type().equals(USER) ? id(subject.id(), UserId::of) : Optional.empty();
    }

    private static Question about(UserId user, Evaluation evaluation) {
        Entity resource = evaluation.resource();
        try {
            return new Check(new CheckRequest.OnResource(
                    user,
                    new ResourceAction(resource.type(), evaluation.action().name()),
                    new Instance(resource.type(), resource.id()),
                    described(resource.properties()),
                    attributes(evaluation)));
        } catch (InvalidPermissionException e) {
            return new Hopeless("permission_unknown");
        }
    }

    /** Null where the properties name neither an owner nor a team: then the registered ones count. */
    private static @Nullable Described described(Map<String, Object> properties) {
        Optional<UserId> owner = property(properties, "owner", UserId::of);
        Optional<TeamId> team = property(properties, "team", TeamId::of);
        return owner.isEmpty() && team.isEmpty()
                ? null
                : new Described(owner.map(UserId::value).orElse(null), team.orElse(null));
    }

    private static <T> Optional<T> property(Map<String, Object> properties, String name, Function<String, T> parse) {
        return properties.get(name) instanceof String text ? id(text, parse) : Optional.empty();
    }

    private static Attributes attributes(Evaluation evaluation) {
        return new Attributes(
                evaluation.subject().properties(),
                evaluation.resource().properties(),
                evaluation.action().properties(),
                evaluation.context());
    }

    private static <T> Optional<T> id(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

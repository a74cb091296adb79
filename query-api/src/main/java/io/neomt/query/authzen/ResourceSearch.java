package io.neomt.query.authzen;

import io.neomt.permission.Entitlement;
import io.neomt.query.check.CheckRequest;
import io.neomt.query.lookup.OnWhat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** To which resources may this subject do this? */
public record ResourceSearch(Entity subject, Action action, Kind resource, Map<String, Object> context, Paging paging) {

    private static final String ANYTHING = "any";

    /** @throws MalformedException naming the first field that is missing or of another type */
    public static ResourceSearch parse(Map<String, ?> body) {
        Fields fields = Fields.ofBody(body);
        return new ResourceSearch(
                Entity.read(fields.object("subject")),
                Action.read(fields.object("action")),
                Kind.read(fields.object("resource")),
                fields.attributes("context"),
                Paging.read(fields));
    }

    /**
     * How far it may; empty where it cannot at all.
     *
     * @param held everything that the subject holds
     */
    public Optional<OnWhat> onWhat(List<Entitlement> held) {
        return Question.of(of(ANYTHING)) instanceof Question.Check(CheckRequest.OnResource request)
                ? Optional.of(OnWhat.of(request, held))
                : Optional.empty();
    }

    /** Whether it may to one of them. */
    public Evaluation of(String id) {
        return new Evaluation(subject, action, resource.with(id), context);
    }
}

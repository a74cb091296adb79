package io.neomt.query.authzen;

import java.util.Map;

/** To which resources may this subject do this? */
public record ResourceSearch(Entity subject, Action action, Kind resource, Map<String, Object> context, Paging paging) {

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

    /** Whether it may to one of them. */
    public Evaluation of(String id) {
        return new Evaluation(subject, action, resource.with(id), context);
    }
}

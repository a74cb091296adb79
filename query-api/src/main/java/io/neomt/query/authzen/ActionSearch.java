package io.neomt.query.authzen;

import java.util.Map;

/** What may this subject do to this resource? */
public record ActionSearch(Entity subject, Entity resource, Map<String, Object> context, Paging paging) {

    /** @throws MalformedException naming the first field that is missing or of another type */
    public static ActionSearch parse(Map<String, ?> body) {
        Fields fields = Fields.ofBody(body);
        return new ActionSearch(
                Entity.read(fields.object("subject")),
                Entity.read(fields.object("resource")),
                fields.attributes("context"),
                Paging.read(fields));
    }

    /** Whether it may do one thing. */
    public Evaluation of(String action) {
        return new Evaluation(subject, new Action(action, Map.of()), resource, context);
    }
}

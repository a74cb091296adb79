package io.neomt.query.authzen;

import java.util.Map;

/** May this subject do this to this resource? */
public record Evaluation(Entity subject, Action action, Entity resource, Map<String, Object> context) {

    /** @throws MalformedException naming the first field that is missing or of another type */
    public static Evaluation parse(Map<String, ?> body) {
        return read(Fields.ofBody(body));
    }

    static Evaluation read(Fields fields) {
        return new Evaluation(
                Entity.read(fields.object("subject")),
                Action.read(fields.object("action")),
                Entity.read(fields.object("resource")),
                fields.attributes("context"));
    }
}

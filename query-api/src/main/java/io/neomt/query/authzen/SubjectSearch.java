package io.neomt.query.authzen;

import java.util.Map;

/** Who may do this to this resource? */
public record SubjectSearch(Kind subject, Action action, Entity resource, Map<String, Object> context, Paging paging) {

    /** @throws MalformedException naming the first field that is missing or of another type */
    public static SubjectSearch parse(Map<String, ?> body) {
        Fields fields = Fields.ofBody(body);
        return new SubjectSearch(
                Kind.read(fields.object("subject")),
                Action.read(fields.object("action")),
                Entity.read(fields.object("resource")),
                fields.attributes("context"),
                paging(fields));
    }

    /** Users come in the order of their ids. */
    private static Paging paging(Fields fields) {
        Paging paging = Paging.read(fields);
        String cursor = paging.cursor();
        if (cursor != null
                && !cursor.isEmpty()
                && Question.user(new Entity(Question.USER, cursor, Map.of())).isEmpty()) {
            throw PageToken.foreign();
        }
        return paging;
    }

    /** Whether one of them may. */
    public Evaluation of(String id) {
        return new Evaluation(subject.with(id), action, resource, context);
    }
}

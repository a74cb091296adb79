package io.neomt.query.authzen;

import io.neomt.query.check.CheckRequest;
import io.neomt.query.lookup.WhoCan;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who may do this to this resource? */
public record SubjectSearch(Kind subject, Action action, Entity resource, Map<String, Object> context, Paging paging) {

    private static final String ANYBODY = new UUID(0, 0).toString();

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

    /** What they hold who may; empty where nobody can. */
    public Optional<WhoCan> whoCan() {
        return Question.of(of(ANYBODY)) instanceof Question.Check(CheckRequest.OnResource request)
                ? Optional.of(WhoCan.of(request))
                : Optional.empty();
    }

    /** Whether one of them may. */
    public Evaluation of(String id) {
        return new Evaluation(subject.with(id), action, resource, context);
    }
}

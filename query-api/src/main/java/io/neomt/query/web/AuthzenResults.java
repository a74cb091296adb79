package io.neomt.query.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.neomt.commons.web.Staleness;
import io.neomt.query.authzen.Kind;
import io.neomt.query.authzen.Part;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The results of a search. The page comes first, so that a reader of many results knows how many there are. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuthzenResults<T>(PageBody page, @Nullable Map<String, Object> context, List<T> results) {

    /** @param nextToken empty where there is no more */
    record PageBody(String nextToken, int count) {}

    /** A subject or a resource. */
    record EntityBody(String type, String id) {}

    /** Something that may be done. */
    record ActionBody(String name) {}

    static AuthzenResults<EntityBody> entities(Part<String> ids, Kind kind) {
        return of(ids.map(id -> new EntityBody(kind.type(), id)));
    }

    static AuthzenResults<ActionBody> actions(Part<String> names) {
        return of(names.map(ActionBody::new));
    }

    private static <T> AuthzenResults<T> of(Part<T> part) {
        return new AuthzenResults<>(
                new PageBody(part.nextToken(), part.results().size()),
                Staleness.ifStale() == null ? null : Map.of("stale", true),
                part.results());
    }
}

package io.neomt.query.check;

import io.neomt.event.TeamId;
import io.neomt.permission.Circumstances;
import io.neomt.permission.CompiledTeam;
import io.neomt.permission.Instance;
import io.neomt.permission.ResourceRef;
import io.neomt.query.check.CheckRequest.Described;
import io.neomt.query.scene.Registered;
import io.neomt.query.scene.Scene;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds out what a question is about. */
public final class Matters {

    private static final String ID = "id";
    private static final String TYPE = "type";
    private static final String PROPERTIES = "properties";

    private Matters() {}

    /** Null when the scene does not know enough. */
    public static @Nullable Matter of(CheckRequest request, Instant now, Scene scene) {
        return switch (request) {
            case CheckRequest.OfCode asked ->
                new Matter.OfCode(
                        asked.code(),
                        circumstances(asked, now, sent(asked.attributes().resource())));
            case CheckRequest.OnResource asked -> onResource(asked, now, scene);
        };
    }

    /** The attributes of a resource, as conditions see them. */
    public static Map<String, Object> resource(Instance resource, @Nullable Map<String, Object> properties) {
        return properties == null
                ? Map.of(TYPE, resource.type(), ID, resource.id())
                : Map.of(TYPE, resource.type(), ID, resource.id(), PROPERTIES, properties);
    }

    private static @Nullable Matter onResource(CheckRequest.OnResource asked, Instant now, Scene scene) {
        Described described = asked.described();
        if (described != null) {
            UUID team = described.team() == null ? null : described.team().value();
            return onResource(
                    asked,
                    now,
                    scene,
                    described.owner(),
                    team,
                    asked.attributes().resource());
        }
        Registered known = scene.resource(asked.resource());
        if (known == null) {
            return null;
        }
        Map<String, Object> properties =
                together(known.properties(), asked.attributes().resource());
        return onResource(asked, now, scene, known.owner(), known.team(), properties);
    }

    /** What was registered, and what the asker knows better. */
    private static @Nullable Map<String, Object> together(
            @Nullable Map<String, Object> registered, @Nullable Map<String, Object> sent) {
        if (registered == null || sent == null || sent.isEmpty()) {
            return registered == null ? sent : registered;
        }
        Map<String, Object> all = new HashMap<>(registered);
        all.putAll(sent);
        return all;
    }

    private static @Nullable Matter onResource(
            CheckRequest.OnResource asked,
            Instant now,
            Scene scene,
            @Nullable UUID owner,
            @Nullable UUID team,
            @Nullable Map<String, Object> properties) {
        CompiledTeam group = team == null ? CompiledTeam.NONE : scene.team(new TeamId(team));
        if (group == null) {
            return null;
        }
        ResourceRef resource = new ResourceRef(asked.resource(), owner, team);
        Map<String, Object> attributes = resource(asked.resource(), properties);
        return new Matter.OnResource(asked.action(), resource, group.lineage(), circumstances(asked, now, attributes));
    }

    private static Circumstances circumstances(CheckRequest request, Instant now, Map<String, Object> resource) {
        Attributes attributes = request.attributes();
        Map<String, Object> subject = with(
                attributes.subject(), Map.of(TYPE, "user", ID, request.user().toString()));
        Map<String, Object> action =
                with(attributes.action(), Map.of("name", request.asked().toString()));
        return new Circumstances(now, subject, resource, action, attributes.context());
    }

    private static Map<String, Object> sent(@Nullable Map<String, Object> properties) {
        return properties == null ? Map.of() : Map.of(PROPERTIES, properties);
    }

    private static Map<String, Object> with(@Nullable Map<String, Object> properties, Map<String, Object> attributes) {
        if (properties == null) {
            return attributes;
        }
        Map<String, Object> all = new HashMap<>(attributes);
        all.put(PROPERTIES, properties);
        return all;
    }
}

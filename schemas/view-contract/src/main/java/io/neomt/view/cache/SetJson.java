package io.neomt.view.cache;

import io.neomt.event.GrantId;
import io.neomt.permission.Effect;
import io.neomt.permission.PermissionPattern;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The field {@code d}: grants as {@code [[pattern, effect, id], …]}, permissions as {@code [[pattern, [path]], …]}. */
final class SetJson {

    private static final JsonFactory JSON = new JsonFactory();

    private SetJson() {}

    static String ofGrants(List<CachedUser.Grant> grants) {
        return write(grants, (out, grant) -> out.writeString(grant.pattern().text())
                .writeString(grant.effect() == Effect.ALLOW ? "allow" : "deny")
                .writeString(grant.id().toString()));
    }

    static List<CachedUser.Grant> grants(String json) {
        return read(
                json,
                in -> new CachedUser.Grant(PermissionPattern.parse(text(in)), effect(text(in)), GrantId.of(text(in))));
    }

    static String ofPermissions(List<CachedRole.Permission> permissions) {
        return write(permissions, (out, permission) -> {
            out.writeString(permission.pattern().text()).writeStartArray();
            permission.path().forEach(out::writeString);
            out.writeEndArray();
        });
    }

    static List<CachedRole.Permission> permissions(String json) {
        return read(json, in -> new CachedRole.Permission(PermissionPattern.parse(text(in)), texts(in)));
    }

    private static <T> String write(List<T> items, BiConsumer<JsonGenerator, T> item) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartArray();
            for (T each : items) {
                out.writeStartArray();
                item.accept(out, each);
                out.writeEndArray();
            }
            out.writeEndArray();
        }
        return text.toString();
    }

    private static <T> List<T> read(String json, Function<JsonParser, T> item) {
        List<T> items = new ArrayList<>();
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), json)) {
            expect(in, JsonToken.START_ARRAY, in.nextToken());
            JsonToken token;
            while ((token = in.nextToken()) != JsonToken.END_ARRAY) {
                expect(in, JsonToken.START_ARRAY, token);
                items.add(item.apply(in));
                expect(in, JsonToken.END_ARRAY, in.nextToken());
            }
        }
        return items;
    }

    private static String text(JsonParser in) {
        expect(in, JsonToken.VALUE_STRING, in.nextToken());
        return in.getString();
    }

    private static List<String> texts(JsonParser in) {
        expect(in, JsonToken.START_ARRAY, in.nextToken());
        List<String> texts = new ArrayList<>();
        JsonToken token;
        while ((token = in.nextToken()) != JsonToken.END_ARRAY) {
            expect(in, JsonToken.VALUE_STRING, token);
            texts.add(in.getString());
        }
        return texts;
    }

    private static Effect effect(String text) {
        return switch (text) {
            case "allow" -> Effect.ALLOW;
            case "deny" -> Effect.DENY;
            default -> throw new IllegalArgumentException("an effect is allow or deny");
        };
    }

    private static void expect(JsonParser in, JsonToken wanted, JsonToken found) {
        if (found != wanted) {
            throw new IllegalArgumentException("a " + wanted + " is missing at " + in.currentLocation());
        }
    }
}

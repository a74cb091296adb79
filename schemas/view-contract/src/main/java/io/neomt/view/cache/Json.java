package io.neomt.view.cache;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Arrays of texts, whole numbers, nulls and further arrays: all that a field of a value consists of. */
final class Json {

    private static final JsonFactory JSON = new JsonFactory();

    private Json() {}

    static String write(List<?> items) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            write(out, items);
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, @Nullable Object item) {
        switch (item) {
            case null -> out.writeNull();
            case List<?> items -> {
                out.writeStartArray();
                items.forEach(each -> write(out, each));
                out.writeEndArray();
            }
            case Long number -> out.writeNumber(number);
            default -> out.writeString(item.toString());
        }
    }

    /** Without the nulls at the end. */
    static List<@Nullable Object> upToLast(List<@Nullable Object> items) {
        int end = items.size();
        while (end > 0 && items.get(end - 1) == null) {
            end--;
        }
        return items.subList(0, end);
    }

    /** @throws IllegalArgumentException when it is something else than such an array */
    static List<@Nullable Object> read(String json) {
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), json)) {
            if (in.nextToken() != JsonToken.START_ARRAY) {
                throw new IllegalArgumentException("not an array");
            }
            return array(in);
        }
    }

    private static List<@Nullable Object> array(JsonParser in) {
        List<@Nullable Object> items = new ArrayList<>();
        for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
            items.add(item(in, token));
        }
        return items;
    }

    private static @Nullable Object item(JsonParser in, @Nullable JsonToken token) {
        return switch (token) {
            case START_ARRAY -> array(in);
            case VALUE_STRING -> in.getString();
            case VALUE_NUMBER_INT -> in.getLongValue();
            case VALUE_NULL -> null;
            case null, default -> throw new IllegalArgumentException("unexpected at " + in.currentLocation());
        };
    }
}

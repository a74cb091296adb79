package io.neomt.deploy.cli.terminal;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** How commands print with {@code --json}: one document on one line. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static String of(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /**
     * An object that a command line holds.
     *
     * @throws IllegalArgumentException when the text is none
     */
    public static Map<?, ?> object(String option, String text) {
        try {
            return MAPPER.readValue(text, Map.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(option + " is no JSON object: " + text, e);
        }
    }
}

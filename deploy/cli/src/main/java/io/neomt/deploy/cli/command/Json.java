package io.neomt.deploy.cli.command;

import tools.jackson.databind.json.JsonMapper;

/** How commands print with {@code --json}: one document on one line. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static String of(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}

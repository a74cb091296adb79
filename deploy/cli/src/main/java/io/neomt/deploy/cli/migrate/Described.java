package io.neomt.deploy.cli.migrate;

import io.neomt.deploy.cli.access.Print;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A document in one line. */
final class Described {

    private Described() {}

    static String of(JsonNode document) {
        return document.properties().stream()
                .map(field -> field.getKey().replace('_', ' ') + " " + Print.text(field.getValue()))
                .collect(Collectors.joining(", "));
    }
}

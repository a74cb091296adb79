package io.neomt.migration.plan.drift;

/**
 * Something that a schema consists of.
 *
 * @param kind such as {@code column}
 * @param name such as {@code users.email}; one of its kind
 * @param definition the same for two that are the same
 */
public record Part(String kind, String name, String definition) {

    Key key() {
        return new Key(kind, name);
    }

    record Key(String kind, String name) {}
}

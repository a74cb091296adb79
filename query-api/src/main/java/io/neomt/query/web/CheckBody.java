package io.neomt.query.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A check as it is sent: a permission, or an action on a resource. Properties and context are what conditions look at.
 */
record CheckBody(
        @Nullable String userId,
        @Nullable String permission,
        @Nullable ActionBody action,
        @Nullable ResourceBody resource,
        @Nullable SubjectBody subject,
        @Nullable Map<String, Object> context) {

    /** A permission and nothing else. */
    CheckBody(@Nullable String userId, @Nullable String permission) {
        this(userId, permission, null, null, null, null);
    }

    /** What is to be done: its name as a text, or an object where there are properties. */
    record ActionBody(@Nullable String name, @Nullable Map<String, Object> properties) {

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        ActionBody(
                @JsonProperty("name") @Nullable String name,
                @JsonProperty("properties") @Nullable Map<String, Object> properties) {
            this.name = name;
            this.properties = properties;
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        ActionBody(String name) {
            this(name, null);
        }
    }

    /** Who is to do it. */
    record SubjectBody(@Nullable Map<String, Object> properties) {}

    /**
     * What an action is done to. It is whose it was registered to be unless an owner or a team is sent; then nothing of
     * what was registered counts, and else the properties that are sent are added to those.
     */
    record ResourceBody(
            @Nullable String type,
            @Nullable String id,
            @Nullable String ownerId,
            @Nullable String teamId,
            @Nullable Map<String, Object> properties) {}
}

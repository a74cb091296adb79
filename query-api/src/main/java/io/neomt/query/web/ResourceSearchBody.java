package io.neomt.query.web;

import io.neomt.query.web.CheckBody.ActionBody;
import io.neomt.query.web.CheckBody.SubjectBody;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** On which resources of a type may a user do this? */
record ResourceSearchBody(
        @Nullable String userId,
        @Nullable ActionBody action,
        @Nullable String resourceType,
        @Nullable SubjectBody subject,
        @Nullable Map<String, Object> context,
        @Nullable Integer limit,
        @Nullable String cursor) {}

package io.neomt.provisioning.run;

import org.jspecify.annotations.Nullable;

/** The person who administers a tenant first; has to choose a password at the first sign-in. */
public record RealmAdmin(
        String username, @Nullable String email, @Nullable String displayName) {}

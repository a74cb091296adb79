package io.neomt.provisioning.run;

/** The person who administers a tenant first; has to choose a password at the first sign-in. */
public record RealmAdmin(String username, String email, String displayName) {}

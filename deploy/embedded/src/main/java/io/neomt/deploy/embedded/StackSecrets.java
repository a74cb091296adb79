package io.neomt.deploy.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/** Passwords and keys of one data folder, drawn once and kept in a file that only its owner may read. */
final class StackSecrets {

    private static final int BYTES = 32;
    private static final List<String> NAMES = List.of(
            "postgresql.superuser-password",
            "postgresql.password",
            "redis.password",
            "consistency.secret",
            "connections.key",
            "audit.signing-key",
            "service-account.client-secret",
            "development.secret",
            "keycloak.database-password",
            "keycloak.admin-secret",
            "keycloak.realms-secret",
            "keycloak.client-key");

    private final Properties values;

    private StackSecrets(Properties values) {
        this.values = values;
    }

    /** Draws what is missing; what is there never changes. */
    static StackSecrets in(Path dataFolder) throws IOException {
        Path file = dataFolder.resolve("secrets.properties");
        Properties values = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            }
        }
        SecureRandom random = new SecureRandom();
        boolean complete = true;
        for (String name : NAMES) {
            complete &= values.putIfAbsent(name, draw(name, random)) != null;
        }
        if (!complete) {
            StringWriter text = new StringWriter();
            values.store(text, "made once; the databases in this folder open only with these");
            PrivateFiles.write(file, text.toString());
        }
        return new StackSecrets(values);
    }

    String get(String name) {
        String value = values.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("no secret is called " + name);
        }
        return value;
    }

    private static String draw(String name, SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        // keys are base64 by contract; passwords also stand in URLs and on forms
        boolean key = name.endsWith("key") || name.equals("consistency.secret");
        return (key ? Base64.getEncoder() : Base64.getUrlEncoder().withoutPadding()).encodeToString(bytes);
    }
}

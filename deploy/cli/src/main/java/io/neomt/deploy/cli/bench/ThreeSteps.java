package io.neomt.deploy.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** An operator's migration of tenants' schemas in three steps, which the running platform does not notice. */
final class ThreeSteps {

    private static final Map<String, String> SCRIPTS = Map.of(
            "V2001__bench_notes.sql", """
            CREATE TABLE bench_notes (
              id uuid PRIMARY KEY,
              title varchar(200) NOT NULL,
              created_at timestamptz NOT NULL DEFAULT now()
            );
            """,
            "V2002__bench_notes_body.sql", """
            ALTER TABLE bench_notes ADD COLUMN body text;
            CREATE INDEX bench_notes_created ON bench_notes (created_at);
            """,
            "V2003__users_nickname.sql", """
            ALTER TABLE users ADD COLUMN bench_nickname varchar(100);
            """);

    private ThreeSteps() {}

    /** @param folder which is made where it is not there */
    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> script : SCRIPTS.entrySet()) {
            Files.writeString(folder.resolve(script.getKey()), script.getValue());
        }
    }

    static int count() {
        return SCRIPTS.size();
    }
}

package io.neomt.deploy.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** An operator's migration of tenants' schemas in three steps, which the running platform does not notice. */
enum ThreeSteps {
    /** In which what migrates is compiled. */
    WARMING("2", "notes"),
    MEASURED("3", "files");

    private static final Map<String, String> SCRIPTS = Map.of(
            "V%s001__bench_%s.sql", """
            CREATE TABLE bench_{table} (
              id uuid PRIMARY KEY,
              title varchar(200) NOT NULL,
              created_at timestamptz NOT NULL DEFAULT now()
            );
            """,
            "V%s002__bench_%s_body.sql", """
            ALTER TABLE bench_{table} ADD COLUMN body text;
            CREATE INDEX bench_{table}_created ON bench_{table} (created_at);
            """,
            "V%s003__users_%s.sql", """
            ALTER TABLE users ADD COLUMN bench_{table} varchar(100);
            """);

    private final String thousand;
    private final String table;

    ThreeSteps(String thousand, String table) {
        this.thousand = thousand;
        this.table = table;
    }

    /** @param folder which is made where it is not there */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> script : SCRIPTS.entrySet()) {
            Files.writeString(
                    folder.resolve(script.getKey().formatted(thousand, table)),
                    script.getValue().replace("{table}", table));
        }
    }

    static int count() {
        return SCRIPTS.size();
    }
}

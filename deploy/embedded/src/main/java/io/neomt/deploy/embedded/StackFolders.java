package io.neomt.deploy.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The layout of a data folder. */
record StackFolders(Path data, Path cache) {

    /** Makes what is missing; the data folder is closed to others. */
    static StackFolders create(StackOptions options) throws IOException {
        StackFolders folders = new StackFolders(
                PrivateFiles.folder(options.dataFolder()), options.home().cache(options.dataFolder()));
        Files.createDirectories(folders.run());
        Files.createDirectories(folders.data().resolve("logs"));
        Files.createDirectories(folders.cache());
        return folders;
    }

    Path run() {
        return data.resolve("run");
    }

    Path log(Part part) {
        return data.resolve("logs").resolve(part.label() + ".log");
    }

    /** Where the processes of the stack are written down; Keycloak, which comes and goes by itself, has a list of its own. */
    static List<Path> ledgers(Path run) {
        return List.of(run.resolve("keycloak.json"), run.resolve("processes.json"));
    }

    Path arguments(String program) {
        return run().resolve(program + ".args");
    }

    /** Where a part keeps its data. */
    Path of(Part part) {
        return data.resolve(part.label());
    }
}

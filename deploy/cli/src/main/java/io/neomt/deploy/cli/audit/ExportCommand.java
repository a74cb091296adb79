package io.neomt.deploy.cli.audit;

import io.neomt.deploy.cli.access.Session;
import io.neomt.event.chain.ExportManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code neo audit export}: all that happened in a tenant, as files. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Writes all that happened in a tenant into a new folder: as JSON Lines, as CSV, and a signed manifest.",
        footerHeading = "%nExample:%n",
        footer = "  ./neo audit export --tenant acme --out acme-audit")
final class ExportCommand implements Callable<Integer> {

    @Mixin
    private Session session = new Session();

    @Option(names = "--tenant", required = true, paramLabel = "SLUG", description = "The tenant.")
    private String tenant = "";

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "New, or empty.")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw session.wrongUsage(folder + " is not empty");
                }
            }
        }
        Files.createDirectories(folder);
        Path archive = Files.createTempFile(folder, "export", ".zip");
        try {
            session.download("/api/v1/tenants/" + tenant + "/audit/export", archive);
            ExportFolder.unpack(archive, folder);
        } finally {
            Files.deleteIfExists(archive);
        }
        ExportManifest manifest = new ExportFolder(folder).manifest();
        return session.print(
                Map.of(
                        "folder", folder.toString(),
                        "tenant_id", manifest.tenant().toString(),
                        "last_position", manifest.last().value(),
                        "count", manifest.count(),
                        "last_hash", manifest.lastHash().hex()),
                () -> session.out()
                        .println(manifest.count() + " events of " + manifest.slug() + " are in " + folder
                                + "; the hash of the last one is " + manifest.lastHash()));
    }
}

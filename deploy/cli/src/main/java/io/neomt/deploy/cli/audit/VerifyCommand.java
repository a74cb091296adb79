package io.neomt.deploy.cli.audit;

import io.neomt.commons.security.SigningKey;
import io.neomt.deploy.cli.terminal.Json;
import io.neomt.event.chain.ExportFormat;
import io.neomt.event.chain.ExportManifest;
import io.neomt.event.chain.Finding;
import io.neomt.event.codec.ReadableEvent;
import io.neomt.event.codec.SchemaHistory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code neo audit verify}: whether an export is what happened. Needs neither a platform nor a database. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks an export: names each event that was changed, removed, inserted or moved by its position.",
            "Exits with 1 when something is wrong. Needs no platform."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ./neo audit verify acme-audit", "  ./neo audit verify acme-audit --key neo-audit-key.pem --json"})
final class VerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FOLDER", description = "Where the export is.")
    private Path folder = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "The public key that the manifest has to be signed with; without it anybody may have signed.")
    private @Nullable Path key;

    @Option(names = "--json", description = "Prints the answer as JSON.")
    private boolean json;

    private final List<Map<String, Object>> problems = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        ExportFolder export = new ExportFolder(folder);
        byte[] bytes = export.manifestBytes();
        ExportManifest manifest = export.manifest();
        String signature = signature(export, bytes);
        long unreadable = 0;
        for (ExportManifest.File file : manifest.files()) {
            unreadable += check(manifest, file);
        }
        if (manifest.files().isEmpty()) {
            problem(ExportManifest.FILE_NAME, null, "names no file");
        }
        print(manifest, signature, unreadable);
        return problems.isEmpty() ? 0 : 1;
    }

    private long check(ExportManifest manifest, ExportManifest.File file) throws IOException {
        ReadableEvent readable = new ReadableEvent(SchemaHistory.shipped());
        FileCheck.Result result = new FileCheck(
                        manifest, event -> readable.json(event.type(), event.schemaFingerprint(), event.payload()))
                .check(folder.resolve(file.name()), format(file.name()), file);
        if (result.problem() != null) {
            problem(file.name(), null, result.problem());
        }
        result.findings().forEach(finding -> problem(file.name(), finding, finding.what()));
        return result.unreadable();
    }

    private static ExportFormat format(String fileName) {
        return Stream.of(ExportFormat.values())
                .filter(format -> format.fileName().equals(fileName))
                .findFirst()
                .orElseThrow();
    }

    /** What is to be said of the signature when it is right. */
    private String signature(ExportFolder export, byte[] manifest) throws IOException {
        Optional<String> signature = export.text(ExportManifest.SIGNATURE_FILE_NAME);
        Optional<String> trusted = trusted();
        Optional<String> pem = trusted.isPresent() ? trusted : export.text(ExportManifest.KEY_FILE_NAME);
        if (signature.isEmpty() || pem.isEmpty()) {
            if (trusted.isPresent()) {
                problem(ExportManifest.SIGNATURE_FILE_NAME, null, "is missing");
            }
            return "not signed";
        }
        if (!isSigned(pem.get(), manifest, signature.get())) {
            problem(ExportManifest.FILE_NAME, null, "is not what was signed with the key");
        }
        return trusted.isPresent()
                ? "signed with the given key"
                : "signed with the key in the export; whether that is the platform's own is not known without --key";
    }

    private boolean isSigned(String pem, byte[] manifest, String signature) {
        try {
            return SigningKey.isSigned(pem, manifest, signature);
        } catch (IllegalArgumentException e) {
            if (key != null) {
                throw new ParameterException(spec.commandLine(), key + " is no Ed25519 public key in PEM", e);
            }
            return false;
        }
    }

    private Optional<String> trusted() throws IOException {
        if (key != null && !Files.isRegularFile(key)) {
            throw new ParameterException(spec.commandLine(), "there is no file " + key);
        }
        return key == null ? Optional.empty() : Optional.of(Files.readString(key));
    }

    private void problem(String file, @Nullable Finding finding, String what) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("file", file);
        if (finding != null) {
            problem.put("position", finding.position().value());
        }
        problem.put("problem", what);
        problems.add(problem);
    }

    private void print(ExportManifest manifest, String signature, long unreadable) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("tenant_id", manifest.tenant().toString());
            answer.put("count", manifest.count());
            answer.put("last_position", manifest.last().value());
            answer.put("last_hash", manifest.lastHash().hex());
            answer.put("signature", signature);
            answer.put("not_readable", unreadable);
            answer.put("problems", problems);
            out.println(Json.of(answer));
            return;
        }
        problems.forEach(problem -> out.println(problem.get("file")
                + (problem.containsKey("position") ? ": position " + problem.get("position") + " " : " ")
                + problem.get("problem")));
        if (unreadable > 0) {
            out.println(unreadable + " events were written by a newer release; how they are told was not compared");
        }
        out.println(
                problems.isEmpty()
                        ? manifest.count() + " events of " + manifest.slug()
                                + ", none changed, removed, inserted or moved; " + signature
                        : "this export is not what happened");
    }
}

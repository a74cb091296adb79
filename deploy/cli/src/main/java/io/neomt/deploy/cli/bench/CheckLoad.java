package io.neomt.deploy.cli.bench;

import io.neomt.deploy.cli.bench.Data.DataTenant;
import io.neomt.deploy.cli.bench.LoadProcess.Outcome;
import io.neomt.deploy.cli.bench.load.Plan;
import io.neomt.deploy.cli.bench.load.RequestFile;
import io.neomt.deploy.cli.client.PlatformClient;
import io.neomt.deploy.cli.platform.ServiceName;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Sends questions about the data set to the query API, and asks it for a constant, from another process. */
final class CheckLoad {

    /** Above which more connections brought no more answers. */
    private static final int CONNECTIONS = 32;

    private static final int QUESTIONS = 20_000;
    private static final int CHANGES = 5_000;
    private static final int CHANGERS = 8;

    private final BenchPlatform platform;
    private final int seconds;
    private final List<String> tenants;
    private final Path constant;
    private final Path checks;
    private final Path changes;

    CheckLoad(Ground ground, int seconds) throws IOException, SQLException, InterruptedException {
        platform = ground.platform();
        this.seconds = seconds;
        PlatformClient client = platform.client();
        tenants = ground.data().tenants().stream().map(DataTenant::slug).toList();
        Questions questions = new Questions(ground.data(), client);
        constant = file(ground, "constant", List.of(Requests.of("GET", "/health/live", null, null)));
        checks = file(ground, "checks", questions.checks(QUESTIONS));
        changes = file(ground, "changes", questions.changes(CHANGES));
    }

    static Path file(Ground ground, String name, List<byte[]> requests) throws IOException {
        Path file = ground.folder().resolve(name + ".requests");
        RequestFile.write(file, requests);
        return file;
    }

    /** So that what is compiled is not what is measured. */
    void warmUp() throws IOException, InterruptedException {
        for (Path file : List.of(checks, constant, checks)) {
            Outcome unused = one(file, 0);
        }
    }

    /** As many as go. */
    Outcome constants() throws IOException, InterruptedException {
        return one(constant, 0);
    }

    Outcome constants(double rate) throws IOException, InterruptedException {
        return one(constant, rate);
    }

    /** As many as go. */
    Outcome checks() throws IOException, InterruptedException {
        return one(checks, 0);
    }

    Outcome checks(double rate) throws IOException, InterruptedException {
        return one(checks, rate);
    }

    /** As many checks as go, and changes beside them at a rate. */
    List<Outcome> checksAndChanges(double changesPerSecond) throws IOException, InterruptedException {
        return LoadProcess.run(
                plan(ServiceName.QUERY_API, checks, 0, CONNECTIONS),
                plan(ServiceName.COMMAND_SERVICE, changes, changesPerSecond, CHANGERS));
    }

    /** Until nobody is busy with changes that were made before. */
    void awaitViews() {
        RebuildBench views = new RebuildBench(platform.client());
        tenants.forEach(tenant -> DataMaker.VIEWS.forEach(view -> views.await(view, tenant)));
    }

    private Outcome one(Path file, double rate) throws IOException, InterruptedException {
        return LoadProcess.run(plan(ServiceName.QUERY_API, file, rate, CONNECTIONS))
                .getFirst();
    }

    private Plan plan(ServiceName service, Path file, double rate, int connections) {
        URI address = platform.address(service);
        return new Plan(address.getPort(), file, rate, connections, Math.max(1, seconds / 4), seconds);
    }
}

package io.neomt.provisioning.web;

import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiResponse;
import io.neomt.provisioning.connections.Registrar;
import io.neomt.provisioning.registry.Changes;
import io.neomt.provisioning.registry.ConnectionType;
import io.neomt.provisioning.registry.Limits;
import io.neomt.provisioning.registry.NewConnection;
import io.neomt.provisioning.registry.Purpose;
import io.neomt.provisioning.registry.Registered;
import io.neomt.provisioning.registry.Server;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The databases that hold tenants. No answer ever shows a password. */
@RestController
@RequestMapping("/api/v1/admin/connections")
public final class ConnectionController {

    private static final int POSTGRES = 5432;

    private final Registrar registrar;
    private final Guard guard;

    public ConnectionController(Registrar registrar, Guard guard) {
        this.registrar = registrar;
        this.guard = guard;
    }

    record NewRow(
            String connectionName,
            @Nullable ConnectionType connectionType,
            String region,
            String host,
            @Nullable Integer port,
            String databaseName,
            String username,
            String password,
            @Nullable Purpose purpose,
            @Nullable Integer poolMinSize,
            @Nullable Integer poolMaxSize,
            @Nullable Integer maxTenants,
            @Nullable Long maxBytes,
            @Nullable Integer maxConsecutiveFailures,
            @Nullable String clusterName) {

        NewConnection connection() {
            Changes chosen = new Changes(
                    null,
                    null,
                    null,
                    null,
                    null,
                    poolMinSize,
                    poolMaxSize,
                    maxTenants,
                    maxBytes,
                    maxConsecutiveFailures);
            return new NewConnection(
                    connectionName,
                    Objects.requireNonNullElse(connectionType, ConnectionType.PRIMARY),
                    RegionController.region(region),
                    new Server(host, Objects.requireNonNullElse(port, POSTGRES), databaseName, username, password),
                    Objects.requireNonNullElse(purpose, Purpose.SHARED),
                    chosen.limits(Limits.DEFAULT),
                    clusterName);
        }

        @Override
        public String toString() {
            return connectionName;
        }
    }

    record ChangedRow(
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String databaseName,
            @Nullable String username,
            @Nullable String password,
            @Nullable Integer poolMinSize,
            @Nullable Integer poolMaxSize,
            @Nullable Integer maxTenants,
            @Nullable Long maxBytes,
            @Nullable Integer maxConsecutiveFailures) {

        Changes changes() {
            return new Changes(
                    host,
                    port,
                    databaseName,
                    username,
                    password,
                    poolMinSize,
                    poolMaxSize,
                    maxTenants,
                    maxBytes,
                    maxConsecutiveFailures);
        }

        @Override
        public String toString() {
            return "changes of a connection";
        }
    }

    @GetMapping
    ApiResponse<List<ConnectionView>> list(Caller caller) {
        guard.read(caller);
        return ApiResponse.of(registrar.all().stream().map(ConnectionView::of).toList());
    }

    @GetMapping("/{name}")
    ApiResponse<ConnectionView> show(Caller caller, @PathVariable String name) {
        guard.read(caller);
        return answer(name, registrar::named);
    }

    @PostMapping
    ResponseEntity<ApiResponse<ConnectionView>> add(Caller caller, @RequestBody NewRow body) {
        guard.write(caller);
        Registered added = Refusals.refusable(() -> registrar.add(body.connection()));
        return ResponseEntity.created(URI.create("/api/v1/admin/connections/" + added.name()))
                .body(ApiResponse.of(ConnectionView.of(added)));
    }

    @PutMapping("/{name}")
    ApiResponse<ConnectionView> change(Caller caller, @PathVariable String name, @RequestBody ChangedRow body) {
        guard.write(caller);
        return answer(name, row -> registrar.change(row, body.changes()));
    }

    @PostMapping("/{name}/test")
    ApiResponse<TestView> test(Caller caller, @PathVariable String name) {
        guard.write(caller);
        return ApiResponse.of(TestView.of(Refusals.refusable(() -> registrar.test(name))));
    }

    @PostMapping("/{name}/drain")
    ApiResponse<ConnectionView> drain(Caller caller, @PathVariable String name) {
        guard.write(caller);
        return answer(name, registrar::drain);
    }

    @PostMapping("/{name}/activate")
    ApiResponse<ConnectionView> activate(Caller caller, @PathVariable String name) {
        guard.write(caller);
        return answer(name, registrar::activate);
    }

    @PostMapping("/{name}/deactivate")
    ApiResponse<ConnectionView> deactivate(Caller caller, @PathVariable String name) {
        guard.write(caller);
        return answer(name, registrar::deactivate);
    }

    @DeleteMapping("/{name}")
    ApiResponse<Map<String, String>> remove(Caller caller, @PathVariable String name) {
        guard.write(caller);
        Refusals.refusable(() -> {
            registrar.remove(name);
            return name;
        });
        return ApiResponse.of(Map.of("removed", name));
    }

    /** Encrypts every password with the key that is current now. */
    @PostMapping("/rotate-keys")
    ApiResponse<Map<String, Integer>> rotateKeys(Caller caller) {
        guard.write(caller);
        return ApiResponse.of(Map.of("rotated", registrar.rotateKeys()));
    }

    private static ApiResponse<ConnectionView> answer(String name, Function<String, Registered> work) {
        return ApiResponse.of(ConnectionView.of(Refusals.refusable(() -> work.apply(name))));
    }
}

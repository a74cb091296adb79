package io.neomt.provisioning.web;

import io.neomt.commons.security.Caller;
import io.neomt.commons.security.Guard;
import io.neomt.commons.web.ApiResponse;
import io.neomt.provisioning.connections.Registrar;
import io.neomt.provisioning.registry.Asked;
import io.neomt.provisioning.registry.Changes;
import io.neomt.provisioning.registry.ConnectionType;
import io.neomt.provisioning.registry.Limits;
import io.neomt.provisioning.registry.NewConnection;
import io.neomt.provisioning.registry.Purpose;
import io.neomt.provisioning.registry.Registered;
import io.neomt.provisioning.registry.Server;
import io.neomt.provisioning.web.RegistryWrites.Wanted;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
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
    private final RegistryWrites writes;
    private final Views views;

    public ConnectionController(Registrar registrar, Guard guard, RegistryWrites writes, Views views) {
        this.registrar = registrar;
        this.guard = guard;
        this.writes = writes;
        this.views = views;
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
    ResponseEntity<ApiResponse<ConnectionView>> show(Caller caller, @PathVariable String name) {
        guard.read(caller);
        return RegistryWrites.answer(
                ResponseEntity.ok(), ConnectionView.of(Refusals.refusable(() -> registrar.named(name))));
    }

    @PostMapping
    ResponseEntity<ApiResponse<ConnectionView>> add(
            Caller caller, HttpServletRequest request, @RequestBody NewRow body) {
        ConnectionView added = writes.once(
                new Wanted(caller, request, "connection.add", body.connectionName(), body),
                ConnectionView.class,
                asked -> ConnectionView.of(registrar.add(body.connection(), asked)));
        return RegistryWrites.answer(
                ResponseEntity.created(URI.create("/api/v1/admin/connections/" + added.connectionName())), added);
    }

    @PutMapping("/{name}")
    ResponseEntity<ApiResponse<ConnectionView>> change(
            Caller caller, HttpServletRequest request, @PathVariable String name, @RequestBody ChangedRow body) {
        return changed(
                new Wanted(caller, request, "connection.change", name, body),
                asked -> registrar.change(name, body.changes(), asked));
    }

    @PostMapping("/{name}/test")
    ApiResponse<TestView> test(Caller caller, @PathVariable String name) {
        guard.write(caller);
        return ApiResponse.of(TestView.of(Refusals.refusable(() -> registrar.test(name))));
    }

    @PostMapping("/{name}/drain")
    ResponseEntity<ApiResponse<ConnectionView>> drain(
            Caller caller, HttpServletRequest request, @PathVariable String name) {
        return changed(
                new Wanted(caller, request, "connection.drain", name, null), asked -> registrar.drain(name, asked));
    }

    @PostMapping("/{name}/activate")
    ResponseEntity<ApiResponse<ConnectionView>> activate(
            Caller caller, HttpServletRequest request, @PathVariable String name) {
        return changed(
                new Wanted(caller, request, "connection.activate", name, null),
                asked -> registrar.activate(name, asked));
    }

    @PostMapping("/{name}/deactivate")
    ResponseEntity<ApiResponse<ConnectionView>> deactivate(
            Caller caller, HttpServletRequest request, @PathVariable String name) {
        return changed(
                new Wanted(caller, request, "connection.deactivate", name, null),
                asked -> registrar.deactivate(name, asked));
    }

    record Removed(String removed) {}

    @DeleteMapping("/{name}")
    ApiResponse<Removed> remove(Caller caller, HttpServletRequest request, @PathVariable String name) {
        Removed told = new Removed(name);
        return ApiResponse.of(
                writes.once(new Wanted(caller, request, "connection.remove", name, null), Removed.class, asked -> {
                    registrar.remove(name, asked, views.of(told));
                    return told;
                }));
    }

    record Rotated(int rotated) {}

    /** Encrypts every password with the key that is current now. */
    @PostMapping("/rotate-keys")
    ApiResponse<Rotated> rotateKeys(Caller caller, HttpServletRequest request) {
        return ApiResponse.of(writes.once(
                new Wanted(caller, request, "connection.rotate-keys", "all", null),
                Rotated.class,
                asked -> new Rotated(registrar.rotateKeys(asked, count -> views.of(new Rotated(count))))));
    }

    private ResponseEntity<ApiResponse<ConnectionView>> changed(Wanted wanted, Function<Asked, Registered> work) {
        return RegistryWrites.answer(
                ResponseEntity.ok(),
                writes.once(wanted, ConnectionView.class, asked -> ConnectionView.of(work.apply(asked))));
    }
}

package io.neomt.provisioning.run;

import io.neomt.event.TenantId;
import io.neomt.provisioning.ProvisionTenant;
import io.neomt.provisioning.plan.Placement;
import io.neomt.provisioning.plan.RegisteredConnection;
import io.neomt.provisioning.plan.TemplateVersion;
import io.neomt.view.SchemaName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Directory, databases and command service in memory; each call is written down and may be made to break. */
final class FakePlatform implements Tenants, Schemas, Activation {

    final List<String> calls = new CopyOnWriteArrayList<>();
    final List<RegisteredConnection> connections = new CopyOnWriteArrayList<>();
    final Set<TenantId> active = ConcurrentHashMap.newKeySet();
    final Map<TenantId, TemplateVersion> recorded = new ConcurrentHashMap<>();
    final List<ProvisionTenant> behind = new CopyOnWriteArrayList<>();
    final Map<SchemaName, Optional<TemplateVersion>> schemas = new ConcurrentHashMap<>();
    final Set<String> breaking = ConcurrentHashMap.newKeySet();
    final List<ProvisionTenant> requested = new CopyOnWriteArrayList<>();
    volatile Answer answer = new Answer.Activated();

    FakePlatform() {
        connections.add(new RegisteredConnection("us-primary", "us-east-1", true, true, true, true));
    }

    @Override
    public boolean isActive(TenantId tenant) {
        return active.contains(tenant);
    }

    @Override
    public Optional<Placement> placement(TenantId tenant) {
        return isActive(tenant)
                ? Optional.of(new Placement("us-primary", Optional.ofNullable(recorded.get(tenant))))
                : Optional.empty();
    }

    @Override
    public List<ProvisionTenant> behind(TemplateVersion shipped) {
        return List.copyOf(behind);
    }

    @Override
    public void migrated(TenantId tenant, TemplateVersion reached) {
        call("record " + reached);
        recorded.put(tenant, reached);
    }

    @Override
    public List<ProvisionTenant> requestedFor(Duration atLeast) {
        call("requestedFor");
        return List.copyOf(requested);
    }

    @Override
    public List<RegisteredConnection> connections() {
        return new ArrayList<>(connections);
    }

    @Override
    public boolean exists(String connectionName, SchemaName schema) {
        return schemas.containsKey(schema);
    }

    @Override
    public Optional<TemplateVersion> version(String connectionName, SchemaName schema) {
        return schemas.getOrDefault(schema, Optional.empty());
    }

    @Override
    public void create(String connectionName, SchemaName schema) {
        call("create " + schema);
        schemas.putIfAbsent(schema, Optional.empty());
    }

    @Override
    public void migrate(String connectionName, SchemaName schema) {
        call("migrate " + schema);
        schemas.put(schema, Optional.of(new TemplateVersion("1")));
    }

    @Override
    public Answer activate(TenantId tenant, String connectionName, TemplateVersion version) {
        call("activate " + connectionName + " " + version);
        if (answer instanceof Answer.Activated) {
            active.add(tenant);
            recorded.put(tenant, version);
        }
        return answer;
    }

    private void call(String call) {
        if (breaking.contains(call.split(" ", 2)[0])) {
            throw new IllegalStateException("broken: " + call);
        }
        calls.add(call);
    }
}

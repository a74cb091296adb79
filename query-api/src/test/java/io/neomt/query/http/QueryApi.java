package io.neomt.query.http;

import io.neomt.commons.config.ServiceApplication;
import io.neomt.commons.connections.Tenant;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.query.config.QueryApiApplication;
import io.neomt.query.memory.Memory;
import io.neomt.query.worlds.Stored;
import io.neomt.query.worlds.TestBackends;
import io.neomt.query.worlds.WorldKeys;
import io.neomt.query.worlds.WorldSets;
import io.neomt.testkit.permissions.World;
import io.neomt.testkit.permissions.World.Holding;
import io.neomt.testkit.permissions.World.Limit;
import io.neomt.testkit.permissions.World.Link;
import io.neomt.testkit.permissions.World.Role;
import io.neomt.testkit.permissions.World.User;
import io.neomt.view.cache.ChangeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A running query API over a small platform: an administrator {@code root} and a {@code clerk} without permissions at the
 * platform, users of every kind in {@code acme}, everything to {@code eve} in {@code other}, where {@code zoe} is
 * deactivated, and {@code later}, which is not active yet.
 */
final class QueryApi implements AutoCloseable {

    static final Position POSITION = new Position(7);

    private final TestBackends backends = TestBackends.fresh();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext service;
    final Tenant platform;
    final Tenant acme;
    final Tenant other;
    final Tenant later;

    QueryApi() {
        this(Map.of());
    }

    /** @param changed settings of the service */
    QueryApi(Map<String, String> changed) {
        this(changed, QueryApiApplication::start);
    }

    private QueryApi(Map<String, String> changed, Function<String[], ConfigurableApplicationContext> start) {
        this.platform = tenant(TenantId.PLATFORM, "platform", platformWorld());
        this.acme = tenant(TestBackends.randomTenant(), backends.slug(), acmeWorld());
        this.other = tenant(TestBackends.randomTenant(), backends.slug(), otherWorld());
        this.later = backends.platform().requestedTenant(TestBackends.randomTenant(), backends.slug());
        this.service = start.apply(backends.arguments(changed));
    }

    /** Its clock is a bean. */
    static QueryApi withSetClock() {
        return new QueryApi(Map.of(), SetClock::start);
    }

    Client as(Tenant tenant, String user) {
        boolean platformUser = tenant.id().equals(TenantId.PLATFORM);
        return new Client(http, base(), backends.token(platformUser ? "NeoAdmin" : "tenant-" + tenant.slug(), user));
    }

    Client nobody() {
        return new Client(http, base(), null);
    }

    TestBackends backends() {
        return backends;
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + ServiceApplication.port(service));
    }

    private Tenant tenant(TenantId id, String slug, World world) {
        Tenant tenant = backends.platform().activeTenant(id, slug);
        write(tenant, world, Map.of());
        return tenant;
    }

    /** One more tenant, whose keys the caller clears. */
    Tenant tenant(World world, Map<String, Stored> stored) {
        Tenant tenant = backends.platform().activeTenant(TestBackends.randomTenant(), backends.slug());
        write(tenant, world, stored);
        return tenant;
    }

    /** One more tenant, of another status than active perhaps, to become a world and to be cleared by the caller. */
    Tenant tenant(String status) {
        Tenant tenant = backends.platform().activeTenant(TestBackends.randomTenant(), backends.slug());
        backends.platform().status(tenant, status);
        return tenant;
    }

    void clear(Tenant tenant) {
        WorldKeys.clear(backends.redis(), tenant.id());
    }

    /** Tells of whatever the service's context publishes. */
    void listen(ApplicationListener<ApplicationEvent> listener) {
        service.addApplicationListener(listener);
    }

    <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    /** Undoes what tests did to positions and to Redis. */
    void restoreAcme() {
        become(acme, acmeWorld());
    }

    /** Puts another world in place of a tenant's, as if everything were announced. */
    void become(Tenant tenant, World world) {
        become(tenant, world, Map.of());
    }

    void become(Tenant tenant, World world, Map<String, Stored> stored) {
        write(tenant, world, stored);
        bean(Memory.class).changed(ChangeMessage.everything(tenant.id(), POSITION));
    }

    private void write(Tenant tenant, World world, Map<String, Stored> stored) {
        backends.platform().write(tenant, world, stored, POSITION);
        backends.platform().head(tenant, POSITION);
        WorldKeys.write(backends.redis(), tenant.id(), WorldSets.of(world, stored, POSITION));
    }

    private static World platformWorld() {
        return world(Map.of("root", user(List.of(), "*.*.*"), "clerk", user(List.of())), Map.of());
    }

    private static World otherWorld() {
        User zoe = new User("deactivated", List.of(), List.of(), holdings("*.*.*"));
        return world(Map.of("eve", user(List.of(), "*.*.*"), "zoe", zoe), Map.of());
    }

    private static World acmeWorld() {
        User gone = new User("deactivated", List.of(), List.of(), holdings("*.*.*"));
        return world(
                Map.of(
                        "boss", user(List.of("chief")),
                        "ann", user(List.of("lead"), "files.*.tenant", "!files.delete.own"),
                        "ned", user(List.of(), "users.read.own"),
                        "dan", gone),
                Map.of(
                        "chief",
                                role(
                                        List.of("lead"),
                                        "users.read.tenant",
                                        "roles.read.tenant",
                                        "permissions.check.tenant"),
                        "lead", role(List.of("member"), "posts.delete.team"),
                        "member", role(List.of(), "posts.write.team")));
    }

    private static World world(Map<String, User> users, Map<String, Role> roles) {
        return new World(World.ACTIVE, users, roles, Map.of());
    }

    private static User user(List<String> roles, String... holdings) {
        return new User(World.ACTIVE, links(roles), List.of(), holdings(holdings));
    }

    private static Role role(List<String> parents, String... holdings) {
        return new Role(false, links(parents), holdings(holdings));
    }

    /** A denial begins with an exclamation mark. */
    private static List<Holding> holdings(String... holdings) {
        return Stream.of(holdings)
                .map(text -> new Holding(
                        text.startsWith("!") ? text.substring(1) : text, text.startsWith("!"), null, Limit.NONE))
                .toList();
    }

    private static List<Link> links(List<String> names) {
        return names.stream().map(name -> new Link(name, Limit.NONE)).toList();
    }

    @Override
    public void close() {
        service.close();
        http.close();
        List.of(platform, acme, other).forEach(tenant -> WorldKeys.clear(backends.redis(), tenant.id()));
        backends.close();
    }
}

package io.neomt.projection.world;

import io.neomt.event.AccessEvent.AccessGranted;
import io.neomt.event.AccessEvent.AccessRevoked;
import io.neomt.event.CatalogueEvent.PermissionDefined;
import io.neomt.event.CatalogueEvent.PermissionWithdrawn;
import io.neomt.event.Event;
import io.neomt.event.ResourceEvent.ResourceRegistered;
import io.neomt.event.ResourceEvent.ResourceRemoved;
import io.neomt.event.TeamId;
import io.neomt.event.TemplateEvent.RoleTemplateDefined;
import io.neomt.event.TemplateEvent.RoleTemplateRemoved;
import io.neomt.event.TenantEvent.TenantSettingsChanged;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Instance;
import io.neomt.permission.ResourceAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What happens to resources, guests, the catalogue, templates and settings. */
final class RandomThings {

    private static final List<ResourceAction> CODES =
            List.of(ResourceAction.parse("docs.read"), ResourceAction.parse("rooms.book"));
    // as PostgreSQL writes them
    private static final List<String> PROPERTIES = List.of("{}", "{\"n\": [1, 2.5, null], \"status\": \"open\"}");

    private final Chance chance;
    private final Supplier<Optional<UserId>> user;
    private final Supplier<Optional<TeamId>> team;
    private final TenantId tenant;
    private final List<Instance> registered = new ArrayList<>();
    private final List<AccessGranted> access = new ArrayList<>();
    private final List<ResourceAction> defined = new ArrayList<>();
    private final List<String> templates = new ArrayList<>();
    private long made;

    RandomThings(Chance chance, Supplier<Optional<UserId>> user, Supplier<Optional<TeamId>> team, TenantId tenant) {
        this.chance = chance;
        this.user = user;
        this.team = team;
        this.tenant = tenant;
    }

    Optional<Event> next() {
        return switch (chance.below(10)) {
            case 0, 1, 2 -> Optional.of(registered());
            case 3 -> chance.taken(registered).map(ResourceRemoved::new);
            case 4, 5 -> Optional.of(opened());
            case 6 -> chance.taken(access).map(grant -> new AccessRevoked(grant.accessGrantId()));
            case 7 -> Optional.of(defined());
            case 8 ->
                chance.oneIn(2)
                        ? chance.taken(defined).map(PermissionWithdrawn::new)
                        : chance.taken(templates).map(RoleTemplateRemoved::new);
            default -> Optional.of(chance.oneIn(2) ? template() : new TenantSettingsChanged(tenant, chance.oneIn(2)));
        };
    }

    private Event registered() {
        Instance instance = chance.instance();
        registered.remove(instance);
        registered.add(instance);
        return new ResourceRegistered(
                instance,
                chance.oneIn(2) ? user.get().orElse(null) : null,
                chance.oneIn(2) ? team.get().orElse(null) : null,
                chance.sure(PROPERTIES));
    }

    private Event opened() {
        AccessGranted grant = new AccessGranted(
                Ids.access(++made), Ids.tenant(900), Ids.user(900 + chance.below(3)), chance.permission());
        access.add(grant);
        return grant;
    }

    private Event defined() {
        ResourceAction code = chance.sure(CODES);
        defined.remove(code);
        defined.add(code);
        return new PermissionDefined(code, "number " + ++made, chance.oneIn(2) ? null : code.resource());
    }

    private Event template() {
        String name = "template" + chance.below(2);
        templates.remove(name);
        templates.add(name);
        return new RoleTemplateDefined(name, "", List.of(chance.permission(), chance.permission()));
    }
}

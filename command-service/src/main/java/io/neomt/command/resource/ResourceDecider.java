package io.neomt.command.resource;

import io.neomt.command.kernel.Decision;
import io.neomt.command.kernel.GivingRejection;
import io.neomt.command.kernel.Rejection;
import io.neomt.command.kernel.Tenancy;
import io.neomt.command.resource.ResourceCommand.RegisterResource;
import io.neomt.command.resource.ResourceCommand.RemoveResource;
import io.neomt.command.resource.ResourceState.Absent;
import io.neomt.command.resource.ResourceState.Existing;
import io.neomt.event.ResourceEvent;
import io.neomt.event.ResourceEvent.ResourceRegistered;
import io.neomt.event.ResourceEvent.ResourceRemoved;
import java.util.Map;
import java.util.Optional;

/** The rules of resources. */
public final class ResourceDecider {

    private ResourceDecider() {}

    public static Decision decide(ResourceState state, ResourceCommand command, Tenancy tenancy) {
        return switch (command) {
            case RegisterResource c -> register(state, c, tenancy);
            case RemoveResource c -> remove(state, c);
        };
    }

    private static Decision register(ResourceState state, RegisterResource c, Tenancy tenancy) {
        if (state.equals(new Existing(c.instance(), c.owner(), c.team(), c.properties()))) {
            return Decision.nothingToDo();
        }
        return refuseOwner(c, tenancy)
                .or(() -> refuseTeam(c, tenancy))
                .<Decision>map(Decision.Rejected::new)
                .orElseGet(() ->
                        Decision.accept(new ResourceRegistered(c.instance(), c.owner(), c.team(), c.properties())));
    }

    private static Optional<Rejection> refuseOwner(RegisterResource c, Tenancy tenancy) {
        if (c.owner() == null || tenancy.user(c.owner()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Rejection(
                GivingRejection.UNKNOWN_USER,
                "There is no user with the id " + c.owner() + " to own it.",
                Map.of("field", "owner_id", "user_id", c.owner().toString())));
    }

    private static Optional<Rejection> refuseTeam(RegisterResource c, Tenancy tenancy) {
        if (c.team() == null || tenancy.team(c.team()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Rejection(
                GivingRejection.UNKNOWN_TEAM,
                "There is no team with the id " + c.team() + " for it to belong to.",
                Map.of("field", "team_id", "team_id", c.team().toString())));
    }

    private static Decision remove(ResourceState state, RemoveResource c) {
        return switch (state) {
            case Existing _ -> Decision.accept(new ResourceRemoved(c.instance()));
            case Absent _ ->
                Decision.reject(
                        ResourceRejection.RESOURCE_NOT_FOUND, "There is no resource " + c.instance() + ".", Map.of());
        };
    }

    public static ResourceState evolve(ResourceEvent event) {
        return switch (event) {
            case ResourceRegistered e -> new Existing(e.instance(), e.owner(), e.team(), e.properties());
            case ResourceRemoved _ -> new Absent();
        };
    }
}

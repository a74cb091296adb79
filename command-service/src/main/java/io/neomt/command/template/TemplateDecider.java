package io.neomt.command.template;

import io.neomt.command.kernel.Decision;
import io.neomt.command.kernel.Giving;
import io.neomt.command.template.TemplateCommand.DefineTemplate;
import io.neomt.command.template.TemplateCommand.RemoveTemplate;
import io.neomt.command.template.TemplateState.Absent;
import io.neomt.command.template.TemplateState.Existing;
import io.neomt.event.TemplateEvent;
import io.neomt.event.TemplateEvent.RoleTemplateDefined;
import io.neomt.event.TemplateEvent.RoleTemplateRemoved;
import io.neomt.permission.Permission;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of role templates. Which codes they may hold is asked by each tenant in which a role is made from one. */
public final class TemplateDecider {

    private TemplateDecider() {}

    public static Decision decide(TemplateState state, TemplateCommand command, Giving giving) {
        return switch (command) {
            case DefineTemplate c -> define(state, c, giving);
            case RemoveTemplate c -> remove(state, c);
        };
    }

    private static Decision define(TemplateState state, DefineTemplate c, Giving giving) {
        if (state.equals(new Existing(c.name(), c.description(), c.permissions()))) {
            return Decision.nothingToDo();
        }
        List<Permission> permissions = c.permissions();
        return giving.refuseNew("permissions", permissions, Set.of())
                .<Decision>map(Decision.Rejected::new)
                .orElseGet(() -> Decision.accept(new RoleTemplateDefined(c.name(), c.description(), permissions)));
    }

    private static Decision remove(TemplateState state, RemoveTemplate c) {
        return switch (state) {
            case Existing _ -> Decision.accept(new RoleTemplateRemoved(c.name()));
            case Absent _ ->
                Decision.reject(
                        TemplateRejection.ROLE_TEMPLATE_NOT_FOUND,
                        "There is no role template named '" + c.name() + "'.",
                        Map.of());
        };
    }

    public static TemplateState evolve(TemplateEvent event) {
        return switch (event) {
            case RoleTemplateDefined e -> new Existing(e.name(), e.description(), e.permissions());
            case RoleTemplateRemoved _ -> new Absent();
        };
    }
}

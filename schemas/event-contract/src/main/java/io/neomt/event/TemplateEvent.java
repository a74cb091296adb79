package io.neomt.event;

import io.neomt.permission.Permission;
import java.util.List;

/** What happens to the templates of roles; recorded in the sequence of {@link TenantId#PLATFORM}. */
public sealed interface TemplateEvent extends Event {

    String name();

    /** Replaces an earlier template of the name; roles made from that one stay as they are. */
    record RoleTemplateDefined(String name, String description, List<Permission> permissions) implements TemplateEvent {
        public RoleTemplateDefined {
            permissions = List.copyOf(permissions);
        }
    }

    record RoleTemplateRemoved(String name) implements TemplateEvent {}
}

package io.neomt.command.template;

import io.neomt.command.kernel.TemplateFacts;
import io.neomt.permission.Permission;
import java.util.List;

/** A role template as its events left it. */
public sealed interface TemplateState {

    /** Never there, or removed; may be defined (again). */
    record Absent() implements TemplateState {}

    record Existing(String name, String description, List<Permission> permissions)
            implements TemplateState, TemplateFacts {
        public Existing {
            permissions = List.copyOf(permissions);
        }
    }
}

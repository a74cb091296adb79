package io.neomt.command.kernel;

import io.neomt.permission.Permission;
import java.util.List;

/** What a role made from a template begins with. */
public interface TemplateFacts {

    String description();

    List<Permission> permissions();
}

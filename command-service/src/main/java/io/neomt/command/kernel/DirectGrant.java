package io.neomt.command.kernel;

import io.neomt.permission.Effect;
import io.neomt.permission.PermissionPattern;

/** A grant or denial on a user itself. */
public record DirectGrant(PermissionPattern permission, Effect effect) {}

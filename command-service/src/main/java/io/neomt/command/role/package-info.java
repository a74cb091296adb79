/** Roles: their permissions and the roles they inherit, without cycles. Pure. */
@NullMarked
package io.neomt.command.role;

import org.jspecify.annotations.NullMarked;

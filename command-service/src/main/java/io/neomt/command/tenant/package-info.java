/** Tenants: asked for, then activated when their schema exists. Pure. */
@NullMarked
package io.neomt.command.tenant;

import org.jspecify.annotations.NullMarked;

/** Templates from which the roles of tenants are made. Pure. */
@NullMarked
package io.neomt.command.template;

import org.jspecify.annotations.NullMarked;

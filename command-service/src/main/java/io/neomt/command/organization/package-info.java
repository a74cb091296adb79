/** Organizations: the customers that own tenants. Pure. */
@NullMarked
package io.neomt.command.organization;

import org.jspecify.annotations.NullMarked;

/** Databases that hold tenants: what may be registered, what a check of one means, who writes in a cluster; pure. */
@NullMarked
package io.neomt.provisioning.registry;

import org.jspecify.annotations.NullMarked;

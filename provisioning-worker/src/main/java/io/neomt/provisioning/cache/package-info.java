/** Removes what Redis holds of a tenant. */
@NullMarked
package io.neomt.provisioning.cache;

import org.jspecify.annotations.NullMarked;

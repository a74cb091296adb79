/** Tests on a real PostgreSQL. */
@NullMarked
package io.neomt.provisioning.store.snapshot;

import org.jspecify.annotations.NullMarked;

/** Tests on a real PostgreSQL. */
@NullMarked
package io.neomt.provisioning.store;

import org.jspecify.annotations.NullMarked;

/** The admin database, the directory of tenants, and one bounded pool for each database that holds tenants. */
@NullMarked
package io.neomt.commons.connections;

import org.jspecify.annotations.NullMarked;

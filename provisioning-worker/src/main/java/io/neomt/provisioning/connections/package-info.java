/** The registry of databases in the admin database, and the servers themselves as they are asked how they do. */
@NullMarked
package io.neomt.provisioning.connections;

import org.jspecify.annotations.NullMarked;

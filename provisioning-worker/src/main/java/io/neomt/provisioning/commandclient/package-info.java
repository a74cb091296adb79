/** Asks the command service, as a service account, to activate a tenant. */
@NullMarked
package io.neomt.provisioning.commandclient;

import org.jspecify.annotations.NullMarked;

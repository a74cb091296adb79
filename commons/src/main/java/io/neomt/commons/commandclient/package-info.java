/** Calls the command service as a service account. */
@NullMarked
package io.neomt.commons.commandclient;

import org.jspecify.annotations.NullMarked;

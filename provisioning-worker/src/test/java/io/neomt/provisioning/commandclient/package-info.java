/** Tests of this package. */
@NullMarked
package io.neomt.provisioning.commandclient;

import org.jspecify.annotations.NullMarked;

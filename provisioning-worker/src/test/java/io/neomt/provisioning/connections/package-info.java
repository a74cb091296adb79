/** Tests of this package. */
@NullMarked
package io.neomt.provisioning.connections;

import org.jspecify.annotations.NullMarked;

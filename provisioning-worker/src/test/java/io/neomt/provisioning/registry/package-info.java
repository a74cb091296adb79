/** Tests of this package. */
@NullMarked
package io.neomt.provisioning.registry;

import org.jspecify.annotations.NullMarked;

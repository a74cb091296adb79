/** Tests of this package. */
@NullMarked
package io.neomt.provisioning.process;

import org.jspecify.annotations.NullMarked;

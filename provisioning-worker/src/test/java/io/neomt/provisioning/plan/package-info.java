/** Tests of this package. */
@NullMarked
package io.neomt.provisioning.plan;

import org.jspecify.annotations.NullMarked;

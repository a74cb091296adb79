/** Tests of this package. */
@NullMarked
package io.neomt.provisioning.run;

import org.jspecify.annotations.NullMarked;

/** Holds the module to the rules of the house. */
@NullMarked
package io.neomt.provisioning;

import org.jspecify.annotations.NullMarked;

/** Tests of what a permission means. */
@NullMarked
package io.neomt.permission;

import org.jspecify.annotations.NullMarked;

/** Tests of the shared test parts. */
@NullMarked
package io.neomt.testkit;

import org.jspecify.annotations.NullMarked;

/** Tests of the backends that tests run on. */
@NullMarked
package io.neomt.testkit.backends;

import org.jspecify.annotations.NullMarked;

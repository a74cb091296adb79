/** What a permission means, as cases to read, worlds to draw at random, and a slow, obvious evaluator to compare with. */
@NullMarked
package io.neomt.testkit.permissions;

import org.jspecify.annotations.NullMarked;

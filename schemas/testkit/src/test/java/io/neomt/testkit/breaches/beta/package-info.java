/** Breaks a rule of the house, so that the rule is seen to hold. */
@NullMarked
package io.neomt.testkit.breaches.beta;

import org.jspecify.annotations.NullMarked;

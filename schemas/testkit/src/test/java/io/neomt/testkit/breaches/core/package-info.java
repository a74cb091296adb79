/** Breaks a rule of the house, so that the rule is seen to hold. */
@NullMarked
package io.neomt.testkit.breaches.core;

import org.jspecify.annotations.NullMarked;

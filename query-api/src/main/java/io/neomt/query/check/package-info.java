/** Turns what a check asks for into a code, and a user's standing into the answer. */
@NullMarked
package io.neomt.query.check;

import org.jspecify.annotations.NullMarked;

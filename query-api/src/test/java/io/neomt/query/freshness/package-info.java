/** Tests what is done when what is at hand is too old. */
@NullMarked
package io.neomt.query.freshness;

import org.jspecify.annotations.NullMarked;

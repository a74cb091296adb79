/** How new an answer must be, and what is done when what is at hand is older. */
@NullMarked
package io.neomt.query.freshness;

import org.jspecify.annotations.NullMarked;

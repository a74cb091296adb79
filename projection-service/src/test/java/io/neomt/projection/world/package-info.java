/** Makes histories of one tenant that a write side could have written. */
@NullMarked
package io.neomt.projection.world;

import org.jspecify.annotations.NullMarked;

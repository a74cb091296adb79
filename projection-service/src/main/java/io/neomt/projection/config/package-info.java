/** Wires and starts the projection service. */
@NullMarked
package io.neomt.projection.config;

import org.jspecify.annotations.NullMarked;

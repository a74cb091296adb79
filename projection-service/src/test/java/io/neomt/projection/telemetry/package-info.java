/** Holds figures to what they are said to mean. */
@NullMarked
package io.neomt.projection.telemetry;

import org.jspecify.annotations.NullMarked;

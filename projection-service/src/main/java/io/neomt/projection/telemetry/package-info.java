/** What an operator sees of the projections: logs, metrics and health. */
@NullMarked
package io.neomt.projection.telemetry;

import org.jspecify.annotations.NullMarked;

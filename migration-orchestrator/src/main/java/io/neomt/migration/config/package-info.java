/** Wires the orchestrator. */
@NullMarked
package io.neomt.migration.config;

import org.jspecify.annotations.NullMarked;

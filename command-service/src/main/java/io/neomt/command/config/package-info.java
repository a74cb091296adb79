/** Wires the command service. */
@NullMarked
package io.neomt.command.config;

import org.jspecify.annotations.NullMarked;

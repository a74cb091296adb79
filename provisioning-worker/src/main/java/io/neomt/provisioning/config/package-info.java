/** Wires the worker. */
@NullMarked
package io.neomt.provisioning.config;

import org.jspecify.annotations.NullMarked;

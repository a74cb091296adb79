/** The contract of schema registries, run against a fake and against the real one of the shared stack. */
@NullMarked
package io.neomt.testkit.registry;

import org.jspecify.annotations.NullMarked;

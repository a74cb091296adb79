/** Measures what the platform does, on a stack of its own. */
@NullMarked
package io.neomt.deploy.cli.bench;

import org.jspecify.annotations.NullMarked;

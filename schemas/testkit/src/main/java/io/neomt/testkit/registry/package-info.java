/** What every schema registry and every client of one must do, as tests. */
@NullMarked
package io.neomt.testkit.registry;

import org.jspecify.annotations.NullMarked;

/** {@code neo audit}: what happened, taken away and checked. */
@NullMarked
package io.neomt.deploy.cli.audit;

import org.jspecify.annotations.NullMarked;

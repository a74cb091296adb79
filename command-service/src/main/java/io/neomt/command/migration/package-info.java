/** What the orchestrator of migrations says of its runs; pure. */
@NullMarked
package io.neomt.command.migration;

import org.jspecify.annotations.NullMarked;

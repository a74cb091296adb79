/** Tells the command service what happened in runs. */
@NullMarked
package io.neomt.migration.commandclient;

import org.jspecify.annotations.NullMarked;

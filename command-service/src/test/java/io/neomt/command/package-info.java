/** Holds the command service to the rules of the house. */
@NullMarked
package io.neomt.command;

import org.jspecify.annotations.NullMarked;

/** Keeps events and the states that deciders decide on in PostgreSQL, many commands in one transaction. */
@NullMarked
package io.neomt.command.store;

import org.jspecify.annotations.NullMarked;

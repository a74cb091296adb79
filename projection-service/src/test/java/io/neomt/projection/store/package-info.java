/** Holds what is stored to what the database can store. */
@NullMarked
package io.neomt.projection.store;

import org.jspecify.annotations.NullMarked;

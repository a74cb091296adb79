/** Rows that several services read. */
@NullMarked
package io.neomt.view.store;

import org.jspecify.annotations.NullMarked;

/** Holds keys and values to the forms that other processes read. */
@NullMarked
package io.neomt.view.cache;

import org.jspecify.annotations.NullMarked;

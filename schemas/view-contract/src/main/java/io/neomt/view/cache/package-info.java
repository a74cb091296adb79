/** What stands in Redis: the names of the keys and the form of their values, the same for writer and readers. */
@NullMarked
package io.neomt.view.cache;

import org.jspecify.annotations.NullMarked;

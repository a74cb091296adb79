/** The real servers that tests run on, shared by a whole run, and fresh databases, topics and names on them. */
@NullMarked
package io.neomt.testkit.backends;

import org.jspecify.annotations.NullMarked;

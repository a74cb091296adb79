/** What is known of a tenant at one position, and of whom and what it must be known to answer a question. */
@NullMarked
package io.neomt.query.scene;

import org.jspecify.annotations.NullMarked;

/** Signed tokens that say up to which position of a tenant an answer must have seen the log. */
@NullMarked
package io.neomt.commons.consistency;

import org.jspecify.annotations.NullMarked;

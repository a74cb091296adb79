/** Tests of the chain of hashes. */
@NullMarked
package io.neomt.event.chain;

import org.jspecify.annotations.NullMarked;

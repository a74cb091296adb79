/** The chain of hashes through a tenant's events, by which anybody finds what was changed afterwards. Pure. */
@NullMarked
package io.neomt.event.chain;

import org.jspecify.annotations.NullMarked;

/** What happened: the sealed domain events, the identifiers they carry and the envelope they travel in. Pure. */
@NullMarked
package io.neomt.event;

import org.jspecify.annotations.NullMarked;

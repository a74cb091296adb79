/** Turns events into bytes and back: Avro records behind one interface, strict and without I/O. */
@NullMarked
package io.neomt.event.codec;

import org.jspecify.annotations.NullMarked;

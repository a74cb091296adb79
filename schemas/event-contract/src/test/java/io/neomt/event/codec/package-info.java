/** Tests of the codec: round trips, approved bytes, the gate that released schemas stay readable. */
@NullMarked
package io.neomt.event.codec;

import org.jspecify.annotations.NullMarked;

/** Tests of the registry's client and of the frame. */
@NullMarked
package io.neomt.event.registry;

import org.jspecify.annotations.NullMarked;

/** Tests of the events and their headers. */
@NullMarked
package io.neomt.event;

import org.jspecify.annotations.NullMarked;

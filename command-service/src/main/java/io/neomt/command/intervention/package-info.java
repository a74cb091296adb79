/** What operators decide about events that no view can take in; pure. */
@NullMarked
package io.neomt.command.intervention;

import org.jspecify.annotations.NullMarked;

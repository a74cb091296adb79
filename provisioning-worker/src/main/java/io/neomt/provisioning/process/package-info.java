/** What an event asks the worker to do; pure. */
@NullMarked
package io.neomt.provisioning.process;

import org.jspecify.annotations.NullMarked;

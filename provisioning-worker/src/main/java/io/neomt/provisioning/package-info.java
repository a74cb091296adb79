/** Gives every requested tenant its schema and has it activated: what is shared by all parts of the worker. */
@NullMarked
package io.neomt.provisioning;

import org.jspecify.annotations.NullMarked;

/** The features put together: one aggregate per subject, one group of commands decided against evolving state. Pure. */
@NullMarked
package io.neomt.command.model;

import org.jspecify.annotations.NullMarked;

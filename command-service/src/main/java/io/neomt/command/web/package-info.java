/** The REST interface of every write. */
@NullMarked
package io.neomt.command.web;

import org.jspecify.annotations.NullMarked;

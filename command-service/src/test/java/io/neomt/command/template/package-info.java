/** Tests of role templates. */
@NullMarked
package io.neomt.command.template;

import org.jspecify.annotations.NullMarked;

/** Tests of the package of the same name. */
@NullMarked
package io.neomt.command.web;

import org.jspecify.annotations.NullMarked;

/** One class per command of the command line. */
@NullMarked
package io.neomt.deploy.cli.command;

import org.jspecify.annotations.NullMarked;

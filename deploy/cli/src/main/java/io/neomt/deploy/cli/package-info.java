/** The entry of the command line and what all its commands share: options, output, exit codes. */
@NullMarked
package io.neomt.deploy.cli;

import org.jspecify.annotations.NullMarked;

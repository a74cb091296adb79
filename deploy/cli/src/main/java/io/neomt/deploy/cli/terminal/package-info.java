/** What commands read from a command line and how they print. */
@NullMarked
package io.neomt.deploy.cli.terminal;

import org.jspecify.annotations.NullMarked;

/** The commands that bring schemas to another version, and show how that goes. */
@NullMarked
package io.neomt.deploy.cli.migrate;

import org.jspecify.annotations.NullMarked;

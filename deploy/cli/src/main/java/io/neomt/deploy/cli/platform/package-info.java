/** Runs the whole platform on one machine: the embedded stack and the five services. */
@NullMarked
package io.neomt.deploy.cli.platform;

import org.jspecify.annotations.NullMarked;

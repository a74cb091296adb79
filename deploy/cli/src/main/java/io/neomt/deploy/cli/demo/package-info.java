/** The main job on sample data, each step checked and timed. */
@NullMarked
package io.neomt.deploy.cli.demo;

import org.jspecify.annotations.NullMarked;

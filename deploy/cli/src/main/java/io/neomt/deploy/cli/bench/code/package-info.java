/** What is measured of code alone, by JMH in a process of its own. */
@NullMarked
package io.neomt.deploy.cli.bench.code;

import org.jspecify.annotations.NullMarked;

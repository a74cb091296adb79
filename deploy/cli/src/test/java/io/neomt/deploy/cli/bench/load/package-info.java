@NullMarked
package io.neomt.deploy.cli.bench.load;

import org.jspecify.annotations.NullMarked;

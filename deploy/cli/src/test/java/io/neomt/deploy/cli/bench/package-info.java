@NullMarked
package io.neomt.deploy.cli.bench;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.neomt.deploy.cli.access;

import org.jspecify.annotations.NullMarked;

/** The views of tenants, as an operator looks after them. */
@NullMarked
package io.neomt.deploy.cli.projections;

import org.jspecify.annotations.NullMarked;

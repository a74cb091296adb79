/** The commands that work on users, roles, teams, grants and resources, through the public interfaces only. */
@NullMarked
package io.neomt.deploy.cli.access;

import org.jspecify.annotations.NullMarked;

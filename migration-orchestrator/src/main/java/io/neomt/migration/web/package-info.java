/** Tells platform users how far the databases have been migrated. */
@NullMarked
package io.neomt.migration.web;

import org.jspecify.annotations.NullMarked;

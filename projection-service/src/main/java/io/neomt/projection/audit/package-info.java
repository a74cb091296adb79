/** What is told of each event in the audit log. Pure. */
@NullMarked
package io.neomt.projection.audit;

import org.jspecify.annotations.NullMarked;

/** Makes views anew beside the running ones, compares both, and changes over tenant by tenant, while everything goes on. */
@NullMarked
package io.neomt.projection.rebuild;

import org.jspecify.annotations.NullMarked;

/** The tables that services share: the SQL of the admin database and of tenant schemas, and names made from it. */
@NullMarked
package io.neomt.view;

import org.jspecify.annotations.NullMarked;

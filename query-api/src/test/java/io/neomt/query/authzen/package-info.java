@NullMarked
package io.neomt.query.authzen;

import org.jspecify.annotations.NullMarked;

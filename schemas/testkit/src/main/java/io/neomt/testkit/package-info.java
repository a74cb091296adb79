/** What every module's tests share: the rules of the house and given/when/then for deciders. */
@NullMarked
package io.neomt.testkit;

import org.jspecify.annotations.NullMarked;

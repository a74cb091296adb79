package io.neomt.query.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Many checks as they are sent. */
record BatchBody(@Nullable List<@Nullable CheckBody> checks) {}

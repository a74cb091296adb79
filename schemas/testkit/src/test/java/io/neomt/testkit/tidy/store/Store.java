package io.neomt.testkit.tidy.store;

import io.neomt.testkit.tidy.alpha.Alpha;
import javax.sql.DataSource;

/** A store that speaks SQL. */
public record Store(DataSource source, Alpha alpha) {}

package io.neomt.testkit.breaches.web;

import javax.sql.DataSource;

/** A web package that speaks SQL. */
public record Web(DataSource source) {}

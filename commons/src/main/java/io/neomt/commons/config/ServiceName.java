package io.neomt.commons.config;

/** What the running service is called, as in {@code query-api}; before its threads and pools. */
public record ServiceName(String value) {}

package io.neomt.command.store;

import io.neomt.command.model.Outcome.Accepted;

/** What was answered to a request with an idempotency key. */
record StoredAnswer(String requestHash, Accepted answer) {}

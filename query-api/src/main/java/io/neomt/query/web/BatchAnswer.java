package io.neomt.query.web;

import java.util.List;

/** The answers to many checks, in the order of the checks and all from one position. */
record BatchAnswer(List<CheckAnswer> results, CheckAnswer.ConsistencyBody consistency) {}

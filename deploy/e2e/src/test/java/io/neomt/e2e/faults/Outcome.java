package io.neomt.e2e.faults;

import java.util.List;

/**
 * What came of a fault.
 *
 * @param injected how often it was done
 * @param notes what was seen meanwhile
 * @param seconds that all of it took
 */
record Outcome(Fault fault, int injected, Verdict verdict, List<String> notes, double seconds) {}

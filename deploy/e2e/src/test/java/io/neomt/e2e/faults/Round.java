package io.neomt.e2e.faults;

import java.util.ArrayList;
import java.util.List;

/** One fault, done to a platform that works, and what is found afterwards. */
final class Round {

    private static final int TENANTS = 3;
    private static final int BETWEEN = 60;

    private Round() {}

    static Outcome of(Fault fault, FaultPlatform platform, long seed) throws Exception {
        long began = System.nanoTime();
        platform.signIn();
        Load load = Load.start(platform, TENANTS, seed);
        List<String> notes = new ArrayList<>();
        List<String> stuck = new ArrayList<>();
        int injected = 0;
        try {
            while (injected < fault.times()) {
                load.goesOn(BETWEEN);
                notes.add(fault.injection().into(platform, load));
                injected++;
            }
            load.goesOn(BETWEEN);
        } catch (NotPossibleException e) {
            notes.add("not done: " + e.getMessage());
        } catch (AssertionError | RuntimeException e) {
            stuck.add(e.toString());
        }
        load.stop(stuck.isEmpty());
        if (!stuck.isEmpty()) {
            // what cannot be looked at cannot be held against anything
            platform.startAnew();
        }
        Verdict verdict = Checker.check(platform, load, stuck);
        notes.removeIf(String::isEmpty);
        return new Outcome(fault, injected, verdict, notes, (System.nanoTime() - began) / 1e9);
    }
}

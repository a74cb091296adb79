package io.neomt.e2e.faults;

/**
 * One thing that goes wrong.
 *
 * @param name as it is asked for
 * @param times how often it is done while clients work
 */
record Fault(String name, String text, int times, Injection injection) {

    /** Does it, and sets right what nobody else would. */
    @FunctionalInterface
    interface Injection {
        /** @return what was seen meanwhile; may be empty */
        String into(FaultPlatform platform, Load load) throws Exception;
    }
}

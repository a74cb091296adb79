package io.neomt.query.memory;

/** Is told what the memory is good for. */
public interface MemoryMeter {

    /** Why something was forgotten. */
    enum Kind {
        USER,
        ROLE,
        TEAM,
        RESOURCE,
        /** Any set of a tenant may have changed. */
        EVERYTHING,
        /** A message about a tenant did not arrive. */
        GAP,
        /** Changes are not heard of any more. */
        LOST
    }

    /** A question was answered from memory. */
    void hit();

    /** It was not. */
    void missed();

    /** @param times how often it was said, whether or not anything was remembered */
    void invalidated(Kind kind, int times);
}

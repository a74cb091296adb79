package io.neomt.projection.rebuild;

import java.util.List;
import java.util.Optional;

/** What is known of rebuilds, for all processes. */
public interface Rebuilds {

    /** A rebuild that nobody works at. */
    Optional<Claim> claim();

    /** @return false when there is nothing more to do for the holder of this claim */
    boolean renew(Claim claim);

    /** What is still to be done. */
    List<Target> left(Claim claim);

    /** @return false when the claim is lost; nothing is kept then */
    boolean record(Claim claim, Result result);

    /** Nothing is left to be done. */
    void end(Claim claim);

    /** Something that may be removed. */
    Optional<Sweep> toSweep();

    void swept(Sweep sweep);
}

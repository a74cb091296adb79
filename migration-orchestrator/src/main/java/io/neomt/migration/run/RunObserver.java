package io.neomt.migration.run;

import io.neomt.migration.run.Runs.Result;
import io.neomt.migration.run.Runs.Wave;
import java.util.List;

/** Is told how runs go. */
public interface RunObserver {

    void begun(Claim claim);

    void wave(Claim claim, Wave wave);

    void migrated(Claim claim, List<Result> results);

    /** A failure that may pass by itself. */
    void retried(Claim claim, Result attempt);

    void stopped(Claim claim, String reason);

    /** It was paused, aborted or taken over. */
    void left(Claim claim);

    void done(Claim claim);
}

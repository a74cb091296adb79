package io.neomt.migration.config;

import io.neomt.migration.run.Claim;
import io.neomt.migration.run.RunObserver;
import io.neomt.migration.run.Runs.Result;
import io.neomt.migration.run.Runs.Wave;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log how runs go. */
final class RunLog implements RunObserver {

    private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);
    private static final Map<String, String> SAID = new ConcurrentHashMap<>();

    @Override
    public void begun(Claim claim) {
        LOG.info("working at run {}", claim.run());
    }

    @Override
    public void wave(Claim claim, Wave wave) {
        LOG.info(
                "run {}: wave {}, {} of {} schemas left",
                claim.run(),
                wave.number(),
                wave.left().size(),
                wave.size());
    }

    @Override
    public void migrated(Claim claim, List<Result> results) {
        for (Result result : results) {
            if (result.error() != null) {
                LOG.warn(
                        "run {}: {} was not migrated: {}",
                        claim.run(),
                        result.target().target().name(),
                        result.error().message());
            }
        }
    }

    @Override
    public void retried(Claim claim, Result attempt) {
        LOG.info(
                "run {}: {} is tried again: {}",
                claim.run(),
                attempt.target().target().name(),
                attempt.error() == null ? "" : attempt.error().message());
    }

    @Override
    public void stopped(Claim claim, String reason) {
        LOG.warn("run {} has stopped: {}", claim.run(), reason);
    }

    @Override
    public void left(Claim claim) {
        LOG.info("run {} was paused, aborted or taken over", claim.run());
    }

    @Override
    public void done(Claim claim) {
        LOG.info("run {} is done", claim.run());
    }

    static void notWorking(RuntimeException failure) {
        if (isNew("working", failure.toString())) {
            LOG.warn("runs cannot be worked at right now, it is tried again: {}", failure.toString());
        }
    }

    static void notTelling(RuntimeException failure) {
        if (isNew("telling", failure.toString())) {
            LOG.warn("what happened in runs cannot be told right now, it is tried again: {}", failure.toString());
        }
    }

    static void notTaken(String answer) {
        if (isNew("taking", answer)) {
            LOG.error("the command service does not take what happened in runs, it is tried again: {}", answer);
        }
    }

    /** What is tried several times a second is said once. */
    private static boolean isNew(String about, String text) {
        return !text.equals(SAID.put(about, text));
    }
}

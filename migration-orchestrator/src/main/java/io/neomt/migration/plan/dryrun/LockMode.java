package io.neomt.migration.plan.dryrun;

import java.util.Arrays;
import java.util.Optional;

/** A lock of a table, weakest first, and what others cannot do meanwhile. */
public enum LockMode {
    ACCESS_SHARE("AccessShareLock", "nothing but changes of its form"),
    ROW_SHARE("RowShareLock", "nothing but changes of its form"),
    ROW_EXCLUSIVE("RowExclusiveLock", "nothing but changes of its form"),
    SHARE_UPDATE_EXCLUSIVE("ShareUpdateExclusiveLock", "nothing but changes of its form and vacuum"),
    SHARE("ShareLock", "writes"),
    SHARE_ROW_EXCLUSIVE("ShareRowExclusiveLock", "writes"),
    EXCLUSIVE("ExclusiveLock", "writes"),
    ACCESS_EXCLUSIVE("AccessExclusiveLock", "reads and writes");

    private final String text;
    private final String blocks;

    LockMode(String text, String blocks) {
        this.text = text;
        this.blocks = blocks;
    }

    /** As {@code pg_locks} names it. */
    public String text() {
        return text;
    }

    public String blocks() {
        return blocks;
    }

    public static Optional<LockMode> of(String text) {
        return Arrays.stream(values()).filter(mode -> mode.text.equals(text)).findFirst();
    }
}

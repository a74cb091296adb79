package io.neomt.command.config;

import java.util.function.IntSupplier;

/** Asks for a number that does not change until it was given, and then never again. */
final class OnceRead implements IntSupplier {

    private static final int NOT_READ = Integer.MIN_VALUE;

    private final IntSupplier source;
    private volatile int value = NOT_READ;

    OnceRead(IntSupplier source) {
        this.source = source;
    }

    @Override
    public int getAsInt() {
        if (value == NOT_READ) {
            value = source.getAsInt();
        }
        return value;
    }
}

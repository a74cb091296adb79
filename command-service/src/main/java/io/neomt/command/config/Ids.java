package io.neomt.command.config;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import java.util.function.Supplier;

/** Gives UUIDv7, in the order of their making. */
final class Ids implements Supplier<UUID> {

    @Override
    public UUID get() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}

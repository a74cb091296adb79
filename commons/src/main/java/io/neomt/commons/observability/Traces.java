package io.neomt.commons.observability;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What one command or check does, step by step over all processes. Every step has its ids, for logs and events; whether it
 * is told to a collector is decided where its trace begins. Thread-safe; never throws because of the collector.
 */
public interface Traces extends AutoCloseable {

    /** What a step is to the one before it. */
    enum Kind {
        /** Answers a request. */
        SERVER,
        /** Hands an event on. */
        PRODUCER,
        /** Takes up an event that was handed on. */
        CONSUMER
    }

    /** A step that has begun. */
    interface Step {

        /** By which those after it name it. */
        TraceParent context();

        /** @param value of an attribute by OpenTelemetry's name for it */
        void note(String attribute, String value);

        /** Once, and last of all. */
        void end(String name, boolean failed);
    }

    /** @param parent empty where a trace begins */
    Step begin(Kind kind, Optional<TraceParent> parent);

    /** Whether steps after this one are told to anybody. */
    boolean isTold(TraceParent parent);

    /** Tells of a step that is over. */
    void tell(Kind kind, String name, TraceParent parent, Times times, Map<String, String> attributes);

    /** When a step began and ended. */
    record Times(Instant begun, Instant ended) {}

    /** Tells what it knows and has not told yet. */
    @Override
    void close();
}

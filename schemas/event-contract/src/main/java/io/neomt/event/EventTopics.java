package io.neomt.event;

/** The names under which events are found on Kafka, unless configured otherwise. */
public final class EventTopics {

    /** Every event, keyed by tenant; kept for ever, never compacted. */
    public static final String EVENTS = "neo.tenant.events.v1";

    /** Bytes that nobody could decode. */
    public static final String DEAD_LETTERS = EVENTS + ".dlt";

    /** Fixed: another number would move tenants between partitions and break their order. */
    public static final int PARTITIONS = 48;

    private EventTopics() {}
}

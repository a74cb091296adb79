package io.neomt.event;

/**
 * What operators decide about events that no view can take in; recorded in the tenant's own sequence. Views, and whatever
 * else is made of the log, take it into account wherever the event stands.
 */
public sealed interface ProjectionEvent extends Event {

    TenantId tenantId();

    /** Of the event that it is about. */
    Position position();

    /** The event has no effect on any view.
     *
     * @param projection that stood before it
     */
    record EventSkipped(TenantId tenantId, Position position, String projection, String reason)
            implements ProjectionEvent {}

    /**
     * Another event takes the place of the event in every view.
     *
     * @param projection that stood before it
     * @param eventType of what takes its place, as on the wire
     * @param payload of what takes its place, in base64
     */
    record EventPatched(
            TenantId tenantId,
            Position position,
            String projection,
            String reason,
            String eventType,
            long schemaFingerprint,
            String payload)
            implements ProjectionEvent {}
}

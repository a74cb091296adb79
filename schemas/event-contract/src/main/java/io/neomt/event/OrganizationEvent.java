package io.neomt.event;

/** What happens to an organization; recorded in the sequence of {@link TenantId#PLATFORM}. */
public sealed interface OrganizationEvent extends Event {

    OrganizationId organizationId();

    record OrganizationCreated(OrganizationId organizationId, String name, String slug) implements OrganizationEvent {}
}

package io.neomt.event;

/** Something that happened in one tenant. Events are facts: they are never changed and never refused. */
public sealed interface Event
        permits OrganizationEvent,
                TenantEvent,
                UserEvent,
                RoleEvent,
                TeamEvent,
                CatalogueEvent,
                ResourceEvent,
                AccessEvent,
                TemplateEvent,
                MigrationEvent,
                ProjectionEvent {}

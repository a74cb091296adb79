package io.neomt.deploy.cli.client;

import java.time.Instant;

/** One record of the topic, as its CloudEvents headers describe it. */
public record TopicEvent(
        String id,
        String tenantId,
        long sequence,
        String type,
        String subject,
        String actor,
        Instant time,
        int partition,
        long offset) {}

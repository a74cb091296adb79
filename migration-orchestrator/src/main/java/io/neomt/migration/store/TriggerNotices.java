package io.neomt.migration.store;

import io.neomt.commons.connections.Notices;
import io.neomt.migration.trigger.Triggers;
import io.neomt.view.RegistryNotice;
import io.neomt.view.TenantNotice;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears of tenants, regions and connections that can be used now. */
public final class TriggerNotices implements Notices.Listener {

    /** What to listen to. */
    public static final Set<String> CHANNELS = Set.of(TenantNotice.CHANNEL, RegistryNotice.CHANNEL);

    private static final Logger LOG = LoggerFactory.getLogger(TriggerNotices.class);

    private final Triggers triggers;
    private boolean quiet;

    /** @param atStart whether everything that is behind is migrated at start; later it is in any case */
    public TriggerNotices(Triggers triggers, boolean atStart) {
        this.triggers = triggers;
        this.quiet = !atStart;
    }

    /** At start, and after everything that was told while nobody listened. */
    @Override
    public void listening() {
        if (!quiet) {
            triggers.started();
        }
        quiet = false;
    }

    @Override
    public void heard(String channel, String payload) {
        if (channel.equals(TenantNotice.CHANNEL)) {
            tenant(payload);
        } else {
            RegistryNotice.of(payload).ifPresent(this::registry);
        }
    }

    private void tenant(String id) {
        try {
            triggers.tenant(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            LOG.warn("a notice names no tenant: {}", e.toString());
        }
    }

    private void registry(RegistryNotice notice) {
        switch (notice.action()) {
            case "connection.add", "connection.activate", "connection.recover" -> triggers.connection(notice.subject());
            case "region.activate" -> triggers.region(notice.subject());
            default -> LOG.debug("nothing to migrate after {}", notice);
        }
    }
}

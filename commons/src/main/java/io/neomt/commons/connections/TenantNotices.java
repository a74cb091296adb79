package io.neomt.commons.connections;

import io.neomt.event.TenantId;
import io.neomt.view.TenantNotice;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of every change of a tenant the moment it is committed, and has the directory forget what it knew. While nothing
 * is heard the directory's own bound is what holds.
 */
public final class TenantNotices implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TenantNotices.class);

    private final Notices notices;

    /** @param owner prefix of the thread's name and of the connection's */
    public TenantNotices(Pools.Login login, CachedTenantDirectory directory, String owner) {
        this.notices = new Notices(login, Set.of(TenantNotice.CHANNEL), new Forgetting(directory), owner + "-tenants");
    }

    public void start() {
        notices.start();
    }

    @Override
    public void close() {
        notices.close();
    }

    /** What it knows holds as long as all that is told is heard. */
    private record Forgetting(CachedTenantDirectory directory) implements Notices.Listener {

        @Override
        public void listening() {
            directory.forgetAll();
        }

        @Override
        public void heard(String channel, String id) {
            try {
                directory.forget(TenantId.of(id));
            } catch (IllegalArgumentException e) {
                LOG.warn("a notice names no tenant; all are looked up anew: {}", e.toString());
                directory.forgetAll();
            }
        }

        @Override
        public void heardUntil(long nanos) {
            directory.heardUntil(nanos);
        }
    }
}

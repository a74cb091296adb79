package io.neomt.projection.rebuild;

import io.neomt.event.TenantId;
import java.util.Set;

/** How a view is made anew of one of its sources. */
@FunctionalInterface
public interface Recipe {

    /**
     * Gets what these tenants need together, so that nothing is read once for each of them.
     *
     * @param goOn asked again and again meanwhile; throws {@link StoppedException} when nothing more is to be done
     */
    Prepared prepare(Set<TenantId> tenants, Runnable goOn);

    /** Of something that is there for every tenant at any time. */
    static Recipe of(Blueprint blueprint) {
        return (_, _) -> new Prepared(blueprint, () -> {});
    }

    /**
     * What was got.
     *
     * @param blueprint for those tenants
     * @param release lets go of it
     */
    record Prepared(Blueprint blueprint, Runnable release) implements AutoCloseable {

        @Override
        public void close() {
            release.run();
        }
    }
}

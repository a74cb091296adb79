package io.neomt.projection.permissionsets;

import io.neomt.event.TenantId;
import java.util.function.Function;

/** Gives the rows that sets are made of. */
public interface SetSource {

    /**
     * @param goOn asked again and again while rows have to be made first
     * @param work for which the rows are there
     */
    <T> T read(TenantId tenant, Runnable goOn, Function<SetReader, T> work);

    /** Rows that are there for every tenant at any time. */
    static SetSource of(SetReader reader) {
        return new SetSource() {
            @Override
            public <T> T read(TenantId tenant, Runnable goOn, Function<SetReader, T> work) {
                return work.apply(reader);
            }
        };
    }
}

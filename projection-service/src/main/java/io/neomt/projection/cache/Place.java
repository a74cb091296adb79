package io.neomt.projection.cache;

import io.neomt.event.TenantId;
import io.neomt.view.cache.CacheKeys;
import io.neomt.view.cache.CacheMarker;
import java.util.List;
import java.util.function.Consumer;

/** Which of a tenant's generations is written. */
sealed interface Place {

    String marker(TenantId tenant);

    /** That is made where there is no marker. */
    int generation();

    /** Where writes are announced; empty for nowhere. */
    String channel();

    void written(List<String> names);

    /** The one that is read, whichever that is. */
    record Running() implements Place {

        @Override
        public String marker(TenantId tenant) {
            return CacheKeys.meta(tenant);
        }

        @Override
        public int generation() {
            return CacheMarker.FIRST;
        }

        @Override
        public String channel() {
            return CacheKeys.CHANNEL;
        }

        @Override
        public void written(List<String> names) {
            // whoever wants to know listens to the channel
        }
    }

    /** One that is not read: being made, or kept to go back to. */
    record Beside(int generation, Consumer<List<String>> onWritten) implements Place {

        @Override
        public String marker(TenantId tenant) {
            return CacheKeys.meta(tenant, generation);
        }

        @Override
        public String channel() {
            return "";
        }

        @Override
        public void written(List<String> names) {
            onWritten.accept(names);
        }
    }
}

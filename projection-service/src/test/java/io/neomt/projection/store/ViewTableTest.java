package io.neomt.projection.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.view.jooq.tenant.DefaultSchema;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Table;
import org.junit.jupiter.api.Test;

class ViewTableTest {

    /** Of a projection of its own, or of none. */
    private static final Set<String> OTHERS = Set.of("projection_position", "audit_log");

    @Test
    void everyTableThatIsMadeFromEventsIsMadeAnew() {
        Set<String> all = DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                .map(Table::getName)
                .filter(name -> !OTHERS.contains(name))
                .collect(Collectors.toSet());

        assertThat(ViewTable.ALL).extracting(ViewTable::name).containsExactlyInAnyOrderElementsOf(all);
    }
}

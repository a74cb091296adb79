package io.neomt.command.config;

import io.neomt.command.store.CommandQueues;
import io.neomt.command.store.EventStore;
import io.neomt.command.store.OldEvents;
import io.neomt.command.store.PostgresGuests;
import io.neomt.command.store.PostgresOutbox;
import io.neomt.command.stream.Relay;
import io.neomt.command.sweep.Alarm;
import io.neomt.command.sweep.ChainKeeper;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.security.Guests;
import io.neomt.condition.CelConditions;
import io.neomt.event.codec.AvroEventCodec;
import io.neomt.permission.ConditionLanguage;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where commands are decided and events are kept. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    /** Large enough to share one commit among all that wait, small enough that nobody waits long for the others. */
    private static final int GROUP_SIZE = 128;

    private static final int QUEUE_CAPACITY = 2_048;

    private static final Duration LOOKING_FOR_UNCHAINED = Duration.ofSeconds(30);

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    Ids ids() {
        return new Ids();
    }

    @Bean
    AvroEventCodec codec() {
        return new AvroEventCodec();
    }

    @Bean
    PostgresOutbox outbox(AdminDatabase database) {
        return new PostgresOutbox(database);
    }

    @Bean
    ConditionLanguage conditions() {
        return new CelConditions();
    }

    @Bean
    Guests guests(AdminDatabase database) {
        return new PostgresGuests(database);
    }

    @Bean
    EventStore eventStore(
            AdminDatabase database,
            AvroEventCodec codec,
            ConditionLanguage conditions,
            Ids ids,
            Relay relay,
            Alarm alarm) {
        return new EventStore(database, codec, conditions, ids, (tenant, firstDue) -> {
            relay.wake(tenant);
            alarm.set(firstDue);
        });
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    ChainKeeper chainKeeper(AdminDatabase database) {
        OldEvents events = new OldEvents(database);
        return new ChainKeeper(events::tenants, events::chain, LOOKING_FOR_UNCHAINED);
    }

    @Bean(destroyMethod = "close")
    CommandQueues commandQueues(EventStore store) {
        return new CommandQueues(store, GROUP_SIZE, QUEUE_CAPACITY);
    }
}

package io.neomt.query.http;

import io.neomt.commons.config.NeoService;
import io.neomt.commons.config.ServiceApplication;
import io.neomt.query.config.QueryApiApplication;
import io.neomt.testkit.permissions.Check;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** A clock that shows what it was set to. */
final class SetClock implements InstantSource {

    private volatile Instant now = Check.NOON;

    /** The query API as it is, but for the time of day. */
    @NeoService
    @Import(QueryApiApplication.class)
    static class Application {

        @Bean
        @Primary
        SetClock setClock() {
            return new SetClock();
        }
    }

    static ConfigurableApplicationContext start(String... args) {
        return ServiceApplication.start(Application.class, "query-api", args);
    }

    void set(Instant time) {
        now = time;
    }

    @Override
    public Instant instant() {
        return now;
    }
}

package io.neomt.commons.config;

import org.springframework.context.annotation.Bean;

/** A service as small as one can be. */
@NeoService
public class SampleApplication {

    @Bean
    SampleController sampleController() {
        return new SampleController();
    }
}

package io.neomt.query.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.commons.config.NeoProperties;
import io.neomt.commons.connections.TenantDirectory;
import io.neomt.commons.connections.TenantNotices;
import io.neomt.commons.consistency.ConsistencyTokens;
import io.neomt.commons.security.TenantAccess;
import io.neomt.commons.web.ErrorWriter;
import io.neomt.query.check.Checks;
import io.neomt.query.check.Inquiries;
import io.neomt.query.freshness.FreshReads;
import io.neomt.query.lookup.Candidates;
import io.neomt.query.lookup.Platform;
import io.neomt.query.lookup.Roles;
import io.neomt.query.lookup.Users;
import io.neomt.query.lookup.Vocabulary;
import io.neomt.query.metrics.CheckMeter;
import io.neomt.query.store.Epoch;
import io.neomt.query.store.GuardedDirectory;
import io.neomt.query.store.Heads;
import io.neomt.query.store.UserIds;
import io.neomt.query.web.AuthzenAdvice;
import io.neomt.query.web.AuthzenDiscoveryController;
import io.neomt.query.web.AuthzenEvaluationController;
import io.neomt.query.web.AuthzenSearchController;
import io.neomt.query.web.CheckController;
import io.neomt.query.web.CheckShortcut;
import io.neomt.query.web.ConsistencyHeaders;
import io.neomt.query.web.ExplainController;
import io.neomt.query.web.PlatformController;
import io.neomt.query.web.Readings;
import io.neomt.query.web.RoleController;
import io.neomt.query.web.SearchController;
import io.neomt.query.web.UnavailableAdvice;
import io.neomt.query.web.UserController;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import tools.jackson.databind.json.JsonMapper;

/** The endpoints. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    Readings readings(
            TenantDirectory directory,
            // asked for here so that it listens before the first request
            TenantNotices notices,
            ConsistencyTokens tokens,
            Heads heads,
            UserIds userIds,
            Checks checks,
            Inquiries inquiries,
            FreshReads freshReads,
            InstantSource clock) {
        return new Readings(
                // who comes from elsewhere is looked at by each reading, as new as it is asked to be
                new TenantAccess(
                        new GuardedDirectory(directory), (_, home, tenant) -> home.active() && tenant.active()),
                new ConsistencyHeaders(tokens, new Epoch(heads)),
                heads,
                userIds,
                checks,
                inquiries,
                freshReads,
                clock);
    }

    @Bean
    CheckMeter checkMeter(MeterRegistry registry) {
        return new CheckMeter(registry);
    }

    @Bean
    CheckController checkController(Readings readings, CheckMeter meter) {
        return new CheckController(readings, meter);
    }

    @Bean
    FilterRegistrationBean<CheckShortcut> checkShortcut(
            CheckController controller,
            JsonMapper json,
            @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> problems) {
        var registration = new FilterRegistrationBean<>(new CheckShortcut(controller, json, problems));
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }

    @Bean
    UserController userController(Readings readings, Users users) {
        return new UserController(readings, users);
    }

    @Bean
    RoleController roleController(Readings readings, Roles roles) {
        return new RoleController(readings, roles);
    }

    @Bean
    SearchController searchController(Readings readings, Candidates candidates) {
        return new SearchController(readings, candidates);
    }

    @Bean
    ExplainController explainController(Readings readings) {
        return new ExplainController(readings);
    }

    @Bean
    PlatformController platformController(Readings readings, TenantDirectory directory, Platform platform) {
        return new PlatformController(readings, new TenantAccess(new GuardedDirectory(directory)), platform);
    }

    @Bean
    UnavailableAdvice unavailableAdvice(ErrorWriter errors) {
        return new UnavailableAdvice(errors);
    }

    @Bean
    AuthzenEvaluationController authzenEvaluationController(Readings readings, CheckMeter meter) {
        return new AuthzenEvaluationController(readings, meter);
    }

    @Bean
    AuthzenSearchController authzenSearchController(Readings readings, Candidates candidates, Vocabulary vocabulary) {
        return new AuthzenSearchController(readings, candidates, vocabulary);
    }

    @Bean
    AuthzenDiscoveryController authzenDiscoveryController(NeoProperties.Query settings) {
        return new AuthzenDiscoveryController(settings.publicUrl());
    }

    @Bean
    AuthzenAdvice authzenAdvice(ErrorWriter errors) {
        return new AuthzenAdvice(errors);
    }
}

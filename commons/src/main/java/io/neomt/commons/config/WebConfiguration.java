package io.neomt.commons.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.commons.observability.HttpMetricsFilter;
import io.neomt.commons.observability.Traces;
import io.neomt.commons.security.AuthenticationFilter;
import io.neomt.commons.security.CallerResolver;
import io.neomt.commons.security.TenantAccess;
import io.neomt.commons.security.TenantResolver;
import io.neomt.commons.web.AcceptedVersion;
import io.neomt.commons.web.ApiExceptionHandler;
import io.neomt.commons.web.BodyLimitFilter;
import io.neomt.commons.web.ErrorWriter;
import io.neomt.commons.web.PageRequestResolver;
import io.neomt.commons.web.PathTexts;
import io.neomt.commons.web.RequestContextResolver;
import io.neomt.commons.web.RequestFilter;
import io.neomt.commons.web.StrictJson;
import jakarta.servlet.Filter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** The filters, in their order, and what controllers can take and return. */
@EnableWebMvc
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final ObjectProvider<TenantAccess> access;
    private final JsonMapper json = StrictJson.mapper();

    WebConfiguration(ObjectProvider<TenantAccess> access) {
        this.access = access;
    }

    @Bean
    JsonMapper jsonMapper() {
        return json;
    }

    @Bean
    ErrorWriter errorWriter(JsonMapper mapper) {
        return new ErrorWriter(mapper);
    }

    @Bean
    ApiExceptionHandler apiExceptionHandler() {
        return new ApiExceptionHandler();
    }

    @Bean
    FilterRegistrationBean<Filter> requestFilter(ErrorWriter errors, Traces traces) {
        return inOrder(1, new RequestFilter(errors, traces));
    }

    @Bean
    FilterRegistrationBean<Filter> httpMetricsFilter(MeterRegistry metrics) {
        return inOrder(2, new HttpMetricsFilter(metrics));
    }

    @Bean
    FilterRegistrationBean<Filter> authenticationFilter(AuthenticationFilter filter) {
        return inOrder(3, filter);
    }

    @Bean
    FilterRegistrationBean<Filter> bodyLimitFilter(ErrorWriter errors) {
        return inOrder(4, new BodyLimitFilter(errors));
    }

    private static FilterRegistrationBean<Filter> inOrder(int order, Filter filter) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.addUrlPatterns("/*");
        return registration;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerResolver());
        resolvers.add(new TenantResolver(access::getObject));
        resolvers.add(new PageRequestResolver());
        resolvers.add(new RequestContextResolver());
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        PathTexts.register(registry);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AcceptedVersion());
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.disableDefaults()
                .addCustomConverter(new ByteArrayHttpMessageConverter())
                .addCustomConverter(new StringHttpMessageConverter(StandardCharsets.UTF_8))
                .addCustomConverter(new JacksonJsonHttpMessageConverter(json));
    }
}

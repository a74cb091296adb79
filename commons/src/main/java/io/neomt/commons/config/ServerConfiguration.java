package io.neomt.commons.config;

import io.neomt.commons.web.JsonErrorReportValve;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The HTTP server: a virtual thread for each request, errors as JSON, nothing told about itself. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    @Bean
    TomcatProtocolHandlerCustomizer<?> virtualThreads(ServiceName service) {
        ThreadFactory threads =
                Thread.ofVirtual().name(service.value() + "-http-", 0).factory();
        return handler -> handler.setExecutor(Executors.newThreadPerTaskExecutor(threads));
    }

    @Bean
    TomcatConnectorCustomizer quietConnector() {
        return connector -> connector.setXpoweredBy(false);
    }

    @Bean
    TomcatContextCustomizer jsonErrors() {
        return context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(JsonErrorReportValve.class.getName());
            }
        };
    }
}

package io.neomt.commons.config;

import io.neomt.commons.commandclient.CommandService;
import io.neomt.commons.commandclient.ServiceAccount;
import io.neomt.commons.commandclient.ServiceTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import tools.jackson.databind.json.JsonMapper;

/** How services call the command service. Each bean is made where a service uses it. */
@Lazy
@Configuration(proxyBeanMethods = false)
class CommandServiceConfiguration {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    @Bean(defaultCandidate = false)
    HttpClient commandClient(ServiceName service) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name(service.value() + "-http-", 0).factory()))
                .build();
    }

    @Bean
    CommandService commandService(
            @Qualifier("commandClient") HttpClient commandClient,
            JsonMapper json,
            TenancyProperties.ServiceAccount account,
            NeoProperties.Security security) {
        ServiceTokens tokens = new ServiceTokens(
                commandClient,
                json,
                new ServiceAccount(tokenEndpoint(security), account.clientId(), account.clientSecret()),
                InstantSource.system());
        return new CommandService(commandClient, account.commandServiceUrl(), tokens);
    }

    private static URI tokenEndpoint(NeoProperties.Security security) {
        String base = security.issuerBaseUrl().toString().replaceAll("/+$", "");
        return URI.create(base + "/realms/" + security.platformRealm() + "/protocol/openid-connect/token");
    }
}

package io.neomt.commons.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.SpringBootConfiguration;

/**
 * Marks the class that wires a service: its {@code @Bean} methods and {@code @Import}s are all there is beside what every
 * service has. Nothing is scanned and nothing configures itself because a jar happens to be there.
 *
 * <p>Beans that any service may take: {@code AdminDatabase}, {@code TenantDirectory}, {@code Connections},
 * {@code TenantAccess}, {@code ConsistencyTokens}, {@code ConnectionCipher}, {@code MeterRegistry}, {@code JsonMapper},
 * {@code ServiceName} and each group of {@link NeoProperties}; each is made only where it is used.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootConfiguration(proxyBeanMethods = false)
public @interface NeoService {}

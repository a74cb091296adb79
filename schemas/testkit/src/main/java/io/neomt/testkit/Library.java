package io.neomt.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/** A library that one kind of plumbing package owns. */
public enum Library {
    SQL,
    KAFKA,
    REDIS,
    HTTP;

    boolean contains(JavaClass type) {
        return packages().stream().anyMatch(name -> Packages.within(type, name));
    }

    /** The Java packages that give the library away. */
    private List<String> packages() {
        return switch (this) {
            case SQL ->
                List.of(
                        "org.jooq",
                        "java.sql",
                        "javax.sql",
                        "org.postgresql",
                        "com.zaxxer.hikari",
                        "org.flywaydb",
                        "org.springframework.jdbc");
            case KAFKA -> List.of("org.apache.kafka", "org.springframework.kafka");
            case REDIS -> List.of("redis.clients");
            case HTTP ->
                List.of(
                        "jakarta.servlet",
                        "org.springframework.web",
                        "org.springframework.http",
                        "org.apache.catalina",
                        "org.apache.coyote",
                        "java.net.http",
                        "com.sun.net.httpserver");
        };
    }
}

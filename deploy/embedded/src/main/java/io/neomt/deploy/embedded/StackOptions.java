package io.neomt.deploy.embedded;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to start a stack.
 *
 * @param dataFolder everything that survives a restart; made where it is missing
 * @param ports null takes free ones
 * @param home the unpacked servers, see {@link StackHome}
 * @param deadline for each part to become ready
 * @param tokenLifetime of tokens that the issuer's endpoint gives out
 * @param redisPassword whether Redis asks for a password
 */
public record StackOptions(
        Path dataFolder,
        @Nullable StackPorts ports,
        StackHome home,
        Duration deadline,
        Duration tokenLifetime,
        boolean redisPassword) {

    /** The documented ports, and the servers that the build unpacked. */
    public static StackOptions in(Path dataFolder) {
        return new StackOptions(
                dataFolder.toAbsolutePath().normalize(),
                StackPorts.fixed(),
                StackHome.find(),
                Duration.ofSeconds(90),
                Duration.ofHours(1),
                false);
    }

    public StackOptions ports(StackPorts value) {
        return new StackOptions(dataFolder, value, home, deadline, tokenLifetime, redisPassword);
    }

    public StackOptions freePorts() {
        return new StackOptions(dataFolder, null, home, deadline, tokenLifetime, redisPassword);
    }

    public StackOptions home(StackHome value) {
        return new StackOptions(dataFolder, ports, value, deadline, tokenLifetime, redisPassword);
    }

    public StackOptions deadline(Duration value) {
        return new StackOptions(dataFolder, ports, home, value, tokenLifetime, redisPassword);
    }

    public StackOptions tokenLifetime(Duration value) {
        return new StackOptions(dataFolder, ports, home, deadline, value, redisPassword);
    }

    public StackOptions withRedisPassword() {
        return new StackOptions(dataFolder, ports, home, deadline, tokenLifetime, true);
    }
}

package io.neomt.commons.observability;

import java.util.Map;

/** Asks one dependency whether it answers. Each bean of this type is an entry of {@code /health}. */
public interface HealthProbe {

    /** As which the dependency is listed, such as {@code database}. */
    String name();

    /** Whether the service cannot do its work without it: then {@code /health} and {@code /health/ready} say 503. */
    boolean required();

    /**
     * Makes one cheap round trip; called on a thread of its own, and given up after a second.
     *
     * @return more about the dependency, such as {@code connections}; may be empty
     * @throws Exception when the dependency does not answer
     */
    Map<String, Object> check() throws Exception;
}

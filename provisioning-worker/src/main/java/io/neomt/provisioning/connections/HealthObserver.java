package io.neomt.provisioning.connections;

import io.neomt.provisioning.registry.Health;

/** Is told what the checks find, for metrics and logs. */
public interface HealthObserver {

    /** A connection began or ceased to answer, or was switched on or off. */
    void turned(String connection, Health before, Health after);

    /** Another server writes in the cluster now. */
    void succeeded(String old, String successor);

    /** A round, or a part of it, broke off; the next one comes. */
    void broken(RuntimeException failure);
}

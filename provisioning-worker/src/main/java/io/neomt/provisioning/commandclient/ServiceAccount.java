package io.neomt.provisioning.commandclient;

import java.net.URI;

/**
 * As whom the worker calls.
 *
 * @param tokenEndpoint of the platform's realm
 */
public record ServiceAccount(URI tokenEndpoint, String clientId, String clientSecret) {

    @Override
    public String toString() {
        return "ServiceAccount[" + clientId + "]";
    }
}

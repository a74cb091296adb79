package io.neomt.commons.commandclient;

import java.net.URI;

/**
 * As whom a service calls another.
 *
 * @param tokenEndpoint of the platform's realm
 */
public record ServiceAccount(URI tokenEndpoint, String clientId, String clientSecret) {

    @Override
    public String toString() {
        return "ServiceAccount[" + clientId + "]";
    }
}

package io.neomt.commons.security;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;

/** Fetches the published keys of a realm. */
@FunctionalInterface
interface KeyFetcher {

    /** @throws IOException when they cannot be had now, or are no key set */
    JWKSet fetch(String realm) throws IOException;
}

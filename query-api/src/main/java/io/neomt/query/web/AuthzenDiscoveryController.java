package io.neomt.query.web;

import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ErrorCode;
import io.neomt.query.authzen.PdpMetadata;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells everybody where the endpoints of the AuthZEN standard are: by configuration, never by what a request claims. */
@RestController
public final class AuthzenDiscoveryController {

    private static final String WELL_KNOWN = "/.well-known/authzen-configuration";
    private static final Duration KEPT = Duration.ofHours(1);

    private final @Nullable String publicUrl;

    /** @param publicUrl null where it is not configured */
    public AuthzenDiscoveryController(@Nullable URI publicUrl) {
        this.publicUrl = publicUrl == null ? null : publicUrl.toString().replaceFirst("/+$", "");
    }

    @GetMapping(WELL_KNOWN)
    ResponseEntity<PdpMetadata> readConfiguration() {
        return below("");
    }

    /** For callers that name the tenant by the path; tells nothing about whether there is such a tenant. */
    @GetMapping(WELL_KNOWN + "/api/v1/tenants/{tenant:[A-Za-z0-9_-]+}")
    ResponseEntity<PdpMetadata> readConfigurationOfTenant(@PathVariable String tenant) {
        return below("/api/v1/tenants/" + tenant);
    }

    private ResponseEntity<PdpMetadata> below(String path) {
        if (publicUrl == null) {
            throw new ApiException(
                    ErrorCode.ROUTE_NOT_FOUND,
                    "this service was not told its address; its operator sets neo.query.public-url");
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .body(PdpMetadata.below(publicUrl + path));
    }
}

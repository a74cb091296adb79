package io.neomt.commons.docs;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** What the service offers, for programs and for people. Made when asked for, so that a start costs nothing. */
@RestController
public final class DocsController {

    private static final String PAGE = "/io/neomt/commons/docs.html";
    private static final String POLICY = "default-src 'none'; connect-src 'self'; script-src 'unsafe-inline'; "
            + "style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

    private final OpenApi openApi;
    private final Supplier<Map<RequestMappingInfo, HandlerMethod>> handlers;

    /** @param open which paths need no token */
    public DocsController(
            String service,
            String version,
            Predicate<String> open,
            Supplier<Map<RequestMappingInfo, HandlerMethod>> handlers) {
        this.openApi = new OpenApi(service, version, open);
        this.handlers = handlers;
    }

    @GetMapping("/openapi.json")
    Map<String, Object> openApi() {
        return openApi.describe(handlers.get());
    }

    @GetMapping("/docs")
    ResponseEntity<byte[]> page() throws IOException {
        try (InputStream page = DocsController.class.getResourceAsStream(PAGE)) {
            if (page == null) {
                throw new IllegalStateException("the build has left out " + PAGE);
            }
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                    .header("Content-Security-Policy", POLICY)
                    .body(page.readAllBytes());
        }
    }
}

package io.neomt.deploy.embedded.issuer;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.Map;

/** An HTTP status and an object for the body. */
record JsonAnswer(int status, Map<String, Object> body) {

    static JsonAnswer error(int status, String error) {
        return new JsonAnswer(status, Map.of("error", error));
    }

    String json() {
        return JSONObjectUtils.toJSONString(body);
    }
}

package io.neomt.query.authzen;

import java.util.Map;

/** What is to be done. */
public record Action(String name, Map<String, Object> properties) {

    static Action read(Fields fields) {
        return new Action(fields.text("name"), fields.attributes("properties"));
    }
}

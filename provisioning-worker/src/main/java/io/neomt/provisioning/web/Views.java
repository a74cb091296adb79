package io.neomt.provisioning.web;

import io.neomt.provisioning.connections.Regions;
import io.neomt.provisioning.registry.Registered;
import tools.jackson.databind.json.JsonMapper;

/** What is answered, as it is kept for a request that comes again. */
public final class Views {

    private final JsonMapper json;

    public Views(JsonMapper json) {
        this.json = json;
    }

    public String of(Registered row) {
        return of((Object) ConnectionView.of(row));
    }

    public String of(Regions.Entry region) {
        return of((Object) RegionView.of(region));
    }

    String of(Object told) {
        return json.writeValueAsString(told);
    }
}

package io.neomt.migration.store;

import io.neomt.migration.plan.fleet.RunSpec;
import tools.jackson.databind.json.JsonMapper;

/** What a run was asked for, as it is kept. */
public record SpecJson(JsonMapper mapper) {

    String write(RunSpec spec) {
        return mapper.writeValueAsString(spec);
    }

    RunSpec read(String json) {
        return mapper.readValue(json, RunSpec.class);
    }
}

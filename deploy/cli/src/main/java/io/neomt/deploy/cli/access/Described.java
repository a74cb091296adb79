package io.neomt.deploy.cli.access;

import io.neomt.deploy.cli.client.Answer;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Things with a name and a description. */
final class Described {

    private Described() {}

    /** What is not given stays as it is. */
    static int update(
            InTenant tenant, String path, @Nullable String name, @Nullable String description, String sentence) {
        Answer read = tenant.get(path);
        Map<String, Object> body = Map.of(
                "name",
                Objects.requireNonNullElseGet(
                        name, () -> read.data().path("name").asString("")),
                "description",
                Objects.requireNonNullElseGet(
                        description, () -> read.data().path("description").asString("")));
        return Print.done(tenant.session(), tenant.replace(path, body, read), sentence);
    }
}

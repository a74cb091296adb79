package io.neomt.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.command.web.Api.Answer;
import java.util.UUID;

/** An active tenant of its own, as the platform's administrator writes to it; bodies are written with single quotes. */
final class Workplace {

    final Api api;
    final String slug;
    final String id;

    private Workplace(Api api, String slug, String id) {
        this.api = api;
        this.slug = slug;
        this.id = id;
    }

    static Workplace free(Api api) {
        return make(api, ",'settings':{'free_permission_codes':true}");
    }

    /** One that grants only what its catalogue knows. */
    static Workplace strict(Api api) {
        return make(api, "");
    }

    private static Workplace make(Api api, String settings) {
        String slug = "w" + UUID.randomUUID().toString().substring(0, 12).replace("-", "");
        Answer requested = api.post(
                        "/api/v1/admin/tenants", quoted("{'name':'W','slug':'" + slug + "'" + settings + "}"))
                .send();
        assertThat(requested.status()).as(requested.response().body()).isEqualTo(202);
        Answer activated = api.post(
                        "/api/v1/admin/tenants/" + requested.text("id") + "/provisioning",
                        quoted("{'active':{'connection_name':'neo-shared-us-primary','template_version':'1'}}"))
                .send();
        assertThat(activated.status()).isEqualTo(202);
        return new Workplace(api, slug, requested.text("id"));
    }

    static String quoted(String body) {
        return body.replace('\'', '"');
    }

    String path(String rest) {
        return "/api/v1/tenants/" + slug + rest;
    }

    Answer post(String rest, String body) {
        return api.post(path(rest), quoted(body)).send();
    }

    Answer put(String rest, String body) {
        return api.put(path(rest), quoted(body)).send();
    }

    Answer delete(String rest) {
        return api.delete(path(rest)).send();
    }

    Answer delete(String rest, String body) {
        return api.deleteWith(path(rest), quoted(body)).send();
    }

    String user(String name) {
        return made(post("/users", "{'username':'" + name + "'}"));
    }

    String role(String name, String... permissions) {
        String list = permissions.length == 0 ? "" : "'" + String.join("','", permissions) + "'";
        return made(post("/roles", "{'name':'" + name + "','permissions':[" + list + "]}"));
    }

    String team(String name) {
        return made(post("/teams", "{'name':'" + name + "'}"));
    }

    String teamBelow(String parent, String name) {
        return made(post("/teams", "{'name':'" + name + "','parent_id':'" + parent + "'}"));
    }

    static String made(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return answer.text("id");
    }

    static void changed(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
    }

    static void refused(Answer answer, int status, String code, String mentions) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.error().toString()).contains(mentions);
    }
}

package io.neomt.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.commons.connections.Tenant;
import io.neomt.permission.Effect;
import io.neomt.permission.Entitlement;
import io.neomt.permission.Instance;
import io.neomt.permission.Limits;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.Source;
import io.neomt.permission.Terms;
import io.neomt.query.check.CheckRequest;
import io.neomt.query.lookup.Holding;
import io.neomt.query.lookup.Holding.Effectiveness;
import io.neomt.query.worlds.Crowd;
import io.neomt.query.worlds.HeldList;
import io.neomt.query.worlds.Ids;
import io.neomt.query.worlds.Question;
import io.neomt.query.worlds.RightLists;
import io.neomt.testkit.permissions.Check;
import io.neomt.testkit.permissions.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The lists of one crowd's tenant, read part by part and held against what the reference evaluator says of each thing. */
record HttpLists(Client client, Tenant tenant, RightLists right, Random sizes) {

    private static final int LARGEST_PART = 60;
    private static final UUID NOBODY = new UUID(0, 0);

    HttpLists(Client client, Tenant tenant, Crowd crowd, Random sizes) {
        this(client, tenant, new RightLists(crowd.world(), crowd.stored()), sizes);
    }

    /** @return how much the lists held */
    int agree(Question question) {
        int found =
                switch (question.request()) {
                    case CheckRequest.OfCode asked -> whoCan(question, asked);
                    case CheckRequest.OnResource asked -> onWhat(question, asked);
                };
        return found + held(question.check(), question::toString);
    }

    /** The list knows nothing of who is asked about but who they are. */
    private int whoCan(Question question, CheckRequest.OfCode asked) {
        Check check = question.check();
        List<String> users =
                all(cursor -> client.get(path() + "/permissions/" + asked.code() + "/users" + page(cursor)));
        assertThat(users).as(question::toString).isEqualTo(right.users(check.at(check.at(), Check.Attributes.NONE)));
        return users.size();
    }

    /** What is said of one resource cannot be said of all. */
    private int onWhat(Question question, CheckRequest.OnResource asked) {
        if (asked.described() != null || asked.attributes().resource() != null) {
            return 0;
        }
        List<String> resources =
                all(cursor -> client.post(path() + "/resources/search", Bodies.search(asked, part(), cursor)));
        assertThat(resources).as(question::toString).isEqualTo(right.resources(question.check(), false));
        return resources.size();
    }

    private int held(Check check, Supplier<String> about) {
        if (!right.world().tenantStatus().equals(World.ACTIVE)) {
            return 0;
        }
        World.User user = right.world().users().get(check.user());
        if (user == null || user.status().equals("deleted")) {
            permissions(check.user(), 1).refused(404, "USER_NOT_FOUND");
            return 0;
        }
        List<Holding> holdings = new ArrayList<>();
        for (int page = 1; page > 0; ) {
            Client.Answer answer = permissions(check.user(), page).is(200);
            answer.at("/data").forEach(item -> holdings.add(holding(item)));
            page = answer.at("/pagination/has_next").booleanValue() ? page + 1 : 0;
        }
        HeldList list = new HeldList(holdings);
        for (String permission : HeldList.CODES) {
            Check asked = RightLists.of(check, permission);
            assertThat(list.allows(asked)).as(about.get() + ": " + permission).isEqualTo(right.allowed(asked));
        }
        return holdings.size();
    }

    private Client.Answer permissions(String user, int page) {
        return client.get("%s/users/%s/permissions?page=%d&page_size=7".formatted(path(), Ids.user(user), page));
    }

    private static Holding holding(JsonNode item) {
        List<Terms> terms = Stream.concat(
                        Stream.of(Terms.of(instant(item.at("/valid_from")), instant(item.at("/expires_at")), null)),
                        item.at("/conditions").valueStream().map(text -> Terms.of(null, null, text.asString())))
                .toList();
        JsonNode on = item.at("/resource");
        Instance instance = on.isObject()
                ? new Instance(on.at("/type").asString(), on.at("/id").asString())
                : null;
        return new Holding(
                new Entitlement(
                        PermissionPattern.parse(item.at("/permission").asString()),
                        Effect.valueOf(item.at("/effect").asString().toUpperCase(Locale.ROOT)),
                        new Source.Direct(NOBODY),
                        Limits.of(terms, instance, HeldList.LANGUAGE)),
                Effectiveness.valueOf(item.at("/effectiveness").asString().toUpperCase(Locale.ROOT)),
                List.of());
    }

    private static @Nullable Instant instant(JsonNode text) {
        return text.isString() ? Instant.parse(text.asString()) : null;
    }

    private String path() {
        return "/api/v1/tenants/" + tenant.slug();
    }

    private int part() {
        return 1 + sizes.nextInt(LARGEST_PART);
    }

    private String page(String cursor) {
        return "?limit=" + part() + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
    }

    /** The ids of all parts. */
    private static List<String> all(Function<String, Client.Answer> part) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            Client.Answer answer = part.apply(cursor).is(200);
            answer.at("/data").forEach(item -> ids.add(item.path("id").asString()));
            cursor = answer.at("/pagination/next_cursor").asString("");
        } while (!cursor.isEmpty());
        return ids;
    }
}

package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.client.ApiClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks again and again, until it is stopped, for one who may and for one who may not. */
final class CheckLoad {

    private final Workspace tenant;
    private final String permission;
    private final List<Thread> threads = new ArrayList<>();
    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private volatile boolean over;

    private CheckLoad(Workspace tenant, String permission) {
        this.tenant = tenant;
        this.permission = permission;
    }

    /** One after the other at each instance. */
    static CheckLoad start(
            Workspace tenant, String permission, List<ApiClient> instances, String allowed, String denied) {
        CheckLoad load = new CheckLoad(tenant, permission);
        instances.forEach(
                instance -> load.threads.add(Thread.ofVirtual().start(() -> load.ask(instance, allowed, denied))));
        return load;
    }

    private void ask(ApiClient instance, String allowed, String denied) {
        while (!over) {
            count("may", instance, allowed);
            count("may not", instance, denied);
        }
    }

    private void count(String who, ApiClient instance, String user) {
        Answer answer =
                instance.post(tenant.path("/check"), Map.of("user_id", user, "permission", permission), Map.of());
        String said = answer.succeeded() ? answer.data().path("allowed").asString("") : "status " + answer.status();
        answers.computeIfAbsent(who + ": " + said, _ -> new AtomicInteger()).incrementAndGet();
    }

    /** Nobody was told anything but the truth, or that there is no answer now. */
    void stopAndVerify() throws InterruptedException {
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println("checks while a server was lost: " + answers);
        assertThat(answers.keySet())
                .contains("may: true", "may not: false")
                .isSubsetOf("may: true", "may: status 503", "may not: false", "may not: status 503");
    }
}

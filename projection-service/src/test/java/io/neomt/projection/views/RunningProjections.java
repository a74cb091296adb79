package io.neomt.projection.views;

import io.neomt.projection.config.ProjectionServiceApplication;
import io.neomt.testkit.backends.Backends;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import redis.clients.jedis.RedisClient;

/** The service as it runs, on a platform with somebody who operates it. */
final class RunningProjections implements AutoCloseable {

    final World world;
    final Topic topic;
    final RedisClient redis;
    private final List<String> settings;
    private ConfigurableApplicationContext service;
    private Operator operator;

    /** @param settings besides those that each service has here */
    RunningProjections(String... settings) {
        this.settings = List.of(settings);
        Backends backends = Backends.shared();
        world = new World(backends);
        world.platform();
        topic = new Topic(backends, 1);
        redis = RedisClient.create(backends.redisUrl());
        service = run();
        operator = operator(service);
    }

    private ConfigurableApplicationContext run() {
        List<String> args = new ArrayList<>();
        world.properties.forEach((key, value) -> args.add("--" + key + "=" + value));
        args.add("--server.port=0");
        args.add("--neo.events.topic=" + topic.name);
        args.add("--neo.projection.group=" + topic.name);
        args.add("--neo.projection.catch-up-interval=100ms");
        args.addAll(settings);
        return ProjectionServiceApplication.start(args.toArray(String[]::new));
    }

    private static Operator operator(ConfigurableApplicationContext service) {
        return new Operator(service.getEnvironment().getProperty("local.server.port"));
    }

    Operator operator() {
        return operator;
    }

    void restart() {
        operator.close();
        service.close();
        service = run();
        operator = operator(service);
    }

    @Override
    public void close() {
        operator.close();
        service.close();
        redis.close();
        topic.close();
        world.close();
    }
}

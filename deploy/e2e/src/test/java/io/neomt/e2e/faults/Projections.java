package io.neomt.e2e.faults;

import io.neomt.deploy.cli.platform.ServiceName;
import io.neomt.e2e.Waiting;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** What happens to the projection service, of which there may be several. */
final class Projections {

    private static final int BETWEEN = 60;

    private Projections() {}

    /** Another one joins, leaves in order, joins again and is killed. */
    static String rebalanced(FaultPlatform platform, Load load) throws IOException, InterruptedException {
        ServiceProcess leaving = join(platform);
        load.goesOn(BETWEEN);
        leaving.end();
        load.goesOn(BETWEEN);
        ServiceProcess killed = join(platform);
        load.goesOn(BETWEEN);
        killed.kill();
        return "";
    }

    /** The first is held until another one has all its partitions, which works for a while before the first goes on. */
    static String held(FaultPlatform platform, Load load) throws IOException, InterruptedException {
        ServiceProcess first = platform.service(ServiceName.PROJECTION_SERVICE);
        ServiceProcess other = join(platform);
        first.hold();
        try {
            Waiting.until("the other one has all partitions", () -> owners(platform.ground()) == 1);
            load.goesOn(BETWEEN * 3);
        } finally {
            first.goOn();
        }
        load.goesOn(BETWEEN);
        other.end();
        return "";
    }

    private static ServiceProcess join(FaultPlatform platform) throws IOException {
        ServiceProcess joined = platform.another(ServiceName.PROJECTION_SERVICE).awaitReady();
        Waiting.until("both have partitions", () -> owners(platform.ground()) == 2);
        return joined;
    }

    /** How many processes have partitions: each is one consumer. */
    private static long owners(Ground ground) {
        String group = ground.group();
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", ground.addresses().kafkaBootstrap()))) {
            return admin
                    .describeConsumerGroups(List.of(group))
                    .describedGroups()
                    .values()
                    .iterator()
                    .next()
                    .get()
                    .members()
                    .stream()
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .count();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the group cannot be described", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

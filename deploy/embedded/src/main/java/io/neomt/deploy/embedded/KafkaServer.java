package io.neomt.deploy.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** One Kafka node that is broker and controller. */
final class KafkaServer implements Server {

    private static final Duration FORMAT_DEADLINE = Duration.ofSeconds(60);

    private final StackFolders folders;
    private final StackHome home;
    private final int port;
    private final RunningProgram running = new RunningProgram(Part.KAFKA);

    KafkaServer(StackFolders folders, StackHome home, int port) {
        this.folders = folders;
        this.home = home;
        this.port = port;
    }

    @Override
    public Part part() {
        return Part.KAFKA;
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        Files.createDirectories(folders.of(Part.KAFKA));
        Files.writeString(configuration(), properties());
        JavaProgram java = new JavaProgram(
                Part.KAFKA,
                JavaProgram.jars(home.kafka()),
                List.of(
                        "-Xms64m",
                        "-Xmx384m",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info"),
                folders.cache());
        running.prepared(java);
        if (!Files.exists(logs().resolve("meta.properties"))) {
            format(java);
        }
    }

    @Override
    public void start(Children children, Duration deadline) throws IOException, InterruptedException {
        ServerProcess started = running.start(
                children,
                running.program()
                        .server(
                                folders.arguments("kafka"),
                                "kafka.Kafka",
                                configuration().toString()));
        // the port opens long before the broker takes topics
        started.awaitReady(() -> started.logContains("Kafka Server started"), deadline);
    }

    @Override
    public void stop(Duration patience) throws IOException, InterruptedException {
        running.stop(patience);
    }

    private Path configuration() {
        return folders.run().resolve("kafka.properties");
    }

    private Path logs() {
        return folders.of(Part.KAFKA).resolve("logs");
    }

    private void format(JavaProgram java) throws IOException, InterruptedException {
        UUID random = UUID.randomUUID();
        byte[] id = ByteBuffer.allocate(16)
                .putLong(random.getMostSignificantBits())
                .putLong(random.getLeastSignificantBits())
                .array();
        Tool.run(
                java.tool(
                        folders.arguments("kafka-format"),
                        "kafka.tools.StorageTool",
                        "format",
                        "--ignore-formatted",
                        // one argument, since an id may begin with a hyphen
                        "--cluster-id="
                                + Base64.getUrlEncoder().withoutPadding().encodeToString(id),
                        "--config",
                        configuration().toString()),
                "Kafka's storage cannot be formatted",
                FORMAT_DEADLINE);
    }

    private String properties() {
        // nobody else connects to the controller, so its port is any free one
        int controller = StackPorts.free(1).getFirst();
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                log.retention.ms=-1
                log.retention.bytes=-1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=8
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                log.cleaner.dedupe.buffer.size=4194304
                num.network.threads=2
                num.io.threads=4
                background.threads=2
                """.formatted(port, controller, logs().toString().replace("\\", "\\\\"));
    }
}

package io.neomt.deploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFilesTest {

    private static final StackAddresses ADDRESSES = new StackAddresses(
            "/data",
            "127.0.0.1",
            "5432",
            "postgres",
            "s1",
            "neo",
            "s2",
            "127.0.0.1:9092",
            "http://r",
            "redis://x",
            "http://i",
            "/data/issuer",
            "s3",
            "k",
            "s4",
            "s7",
            "worker",
            "s5",
            "s6");

    private final Path folder;

    StackFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void addressesAreReadAsTheyWereWrittenAndOnlyByTheirOwner() throws Exception {
        Path file = StackAddresses.fileIn(folder);
        ADDRESSES.save(file);
        assertThat(StackAddresses.load(file)).isEqualTo(ADDRESSES);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void addressesThatLackOneAreRefusedByName() {
        Properties properties = ADDRESSES.toProperties();
        properties.remove("redisUrl");
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> StackAddresses.of(properties))
                .withMessageContaining("'redisUrl'");
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> StackAddresses.load(folder.resolve("none")))
                .withMessageContaining("No addresses of a running stack in");
    }

    @Test
    void printedAddressesHoldNoSecret() {
        assertThat(ADDRESSES.toString()).contains("127.0.0.1:9092").doesNotContainPattern("s[1-6]\\b");
    }

    @Test
    void servicesGetEveryAddressUnderItsKey() {
        assertThat(ADDRESSES.serviceProperties())
                .containsEntry("neo.admin-database.url", "jdbc:postgresql://127.0.0.1:5432/neo_admin")
                .containsEntry("neo.kafka.bootstrap-servers", "127.0.0.1:9092")
                .containsEntry("neo.connections.key", "s4")
                .containsEntry("neo.service-account.client-id", "worker");
    }

    @Test
    void secretsAreDrawnOnceAndDifferFromFolderToFolder() throws Exception {
        StackSecrets secrets = StackSecrets.in(folder);
        String key = secrets.get("connections.key");
        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
        assertThat(StackSecrets.in(folder).get("connections.key")).isEqualTo(key);
        assertThat(StackSecrets.in(folder.resolve("other")).get("connections.key"))
                .isNotEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aProcessThatOnlyHasTheIdOfAnOldOneIsLeftAlone() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "300").start();
        try {
            Path file = folder.resolve("processes.json");
            PrivateFiles.write(file, """
                    {"owner":1,"processes":[{"part":"REDIS","pid":%d,"started":"2020-01-01T00:00:00Z"}]}
                    """.formatted(stranger.pid()));
            RecordingListener listener = new RecordingListener();
            new ProcessLedger(file).endLeftovers(Duration.ofSeconds(5), listener);
            assertThat(stranger.isAlive()).isTrue();
            assertThat(listener.notices()).isEmpty();
            assertThat(file).doesNotExist();
        } finally {
            stranger.destroyForcibly().onExit().join();
        }
    }

    @Test
    void aRecordedProcessIsEndedEvenWhenItIgnoresTheRequest() throws Exception {
        Process stubborn = new ProcessBuilder("sh", "-c", "trap '' TERM; while :; do sleep 0.1; done").start();
        Path file = folder.resolve("processes.json");
        new ProcessLedger(file).add(Part.REDIS, stubborn.toHandle());
        RecordingListener listener = new RecordingListener();
        new ProcessLedger(file).endLeftovers(Duration.ofMillis(300), listener);
        assertThat(stubborn.isAlive()).isFalse();
        assertThat(listener.notices())
                .containsExactly("stopped redis (process " + stubborn.pid() + "), left behind by an earlier run");
    }

    @Test
    void aClaimOnTheDatabasesFolderByAnotherProgramIsRemovedAndThatProgramLeftAlone() throws Exception {
        Path claim = Files.writeString(
                folder.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + folder + "\n");
        PostmasterFile.in(folder).clear(Duration.ofSeconds(1), StackListener.silent());
        assertThat(claim).doesNotExist();
    }

    @Test
    void theListenerOnAPortIsNamed() throws Exception {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(Loopback.at(0));
            assertThat(PortOwner.find(socket.getLocalPort()))
                    .map(ProcessHandle::pid)
                    .contains(ProcessHandle.current().pid());
            assertThat(StackPorts.isFree(socket.getLocalPort())).isFalse();
        }
    }

    @Test
    void freePortsDiffer() {
        List<Integer> ports = StackPorts.free(20);
        assertThat(ports).doesNotHaveDuplicates().hasSize(20);
    }
}

package io.neomt.deploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.neomt.deploy.embedded.StackListener.State;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers; the longest tests of this module. */
class EmbeddedStackTest {

    private static final Set<Part> PARTS = EnumSet.complementOf(EnumSet.of(Part.KEYCLOAK));

    private final Path folder;

    EmbeddedStackTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void dataOfEveryPartSurvivesAnOrderlyRestart() throws Exception {
        RecordingListener listener = new RecordingListener();
        try (EmbeddedStack stack = EmbeddedStack.start(options().withRedisPassword(), listener)) {
            assertThat(listener.parts(State.READY)).containsExactlyInAnyOrderElementsOf(PARTS);
            StackProbe.of(stack.addresses()).write();
        }
        assertThat(listener.parts(State.STOPPED)).containsExactlyInAnyOrderElementsOf(PARTS);
        assertThat(folder.resolve("data/run/processes.json")).doesNotExist();
        try (EmbeddedStack stack = EmbeddedStack.start(options())) {
            StackProbe.of(stack.addresses()).verify();
        }
    }

    @Test
    void aSecondStackIsRefusedUntilItsOwnerIsKilledAndThenStopsWhatWasLeftBehindAndKeepsItsData() throws Exception {
        try (KilledOwner owner = KilledOwner.start(folder)) {
            StackProbe.of(owner.addresses()).write();
            assertThatExceptionOfType(StackException.class)
                    .isThrownBy(() -> EmbeddedStack.start(options()))
                    .withMessageContaining("Process " + owner.pid() + " already runs a stack on " + folder);
            List<ProcessHandle> orphans = owner.killAloneAndReturnItsChildren();
            assertThat(orphans).hasSize(4).allMatch(ProcessHandle::isAlive);

            RecordingListener listener = new RecordingListener();
            try (EmbeddedStack stack = EmbeddedStack.start(options(), listener)) {
                StackProbe.of(stack.addresses()).verify();
            }
            assertThat(orphans).noneMatch(ProcessHandle::isAlive);
            assertThat(listener.notices())
                    .hasSize(4)
                    .allMatch(notice -> notice.contains("left behind by an earlier run"));
        }
    }

    @Test
    void afterEveryProcessWasKilledTheNextStartRecovers() throws Exception {
        try (KilledOwner owner = KilledOwner.start(folder)) {
            StackProbe.of(owner.addresses()).write();
            owner.killWithChildren();
            RecordingListener listener = new RecordingListener();
            try (EmbeddedStack stack = EmbeddedStack.start(options(), listener)) {
                StackProbe.of(stack.addresses()).verify();
            }
            assertThat(listener.notices()).isEmpty();
        }
    }

    @Test
    void aTakenPortIsRefusedWithItsOwnerBeforeAnythingStarts() throws Exception {
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(Loopback.at(0));
            StackPorts free = StackPorts.free();
            StackPorts ports = new StackPorts(
                    free.postgresql(), taken.getLocalPort(), free.kafka(), free.registry(), free.issuer());
            assertThatExceptionOfType(StackException.class)
                    .isThrownBy(() -> EmbeddedStack.start(options().ports(ports)))
                    .withMessageContaining("port " + taken.getLocalPort() + " (redis) is taken by process "
                            + ProcessHandle.current().pid());
        }
        assertThat(folder.resolve("data/logs")).isEmptyDirectory();
    }

    @Test
    void aConnectionHasASmallerShareOfTheProcessorsWhereLinuxSharesThemAmongSessions() throws Exception {
        Path own = Path.of("/proc/self/autogroup");
        String before = Files.exists(own) ? Files.readString(own) : "";
        try (EmbeddedStack stack = EmbeddedStack.start(options());
                Connection connection = StackProbe.of(stack.addresses()).connect()) {
            if (new SessionShares(stack.process(Part.POSTGRESQL)).matter()) {
                Path share = Path.of("/proc/" + StackProbe.processOf(connection) + "/autogroup");
                long deadline = System.nanoTime() + 10_000_000_000L;
                while (!Files.readString(share).contains("nice 10")) {
                    assertThat(System.nanoTime()).isLessThan(deadline);
                    LockSupport.parkNanos(10_000_000);
                }
                assertThat(own).hasContent(before);
            }
        }
    }

    @Test
    void aPartThatCannotStartStopsTheOthersAndQuotesItsLog() throws Exception {
        Path home = brokenHome();
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> EmbeddedStack.start(options().home(new StackHome(home))))
                .withMessageContaining("Kafka's storage cannot be formatted")
                .withMessageContaining("ClassNotFoundException");
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    /** As the real one, but without a single Kafka jar. */
    private Path brokenHome() throws Exception {
        StackHome real = StackHome.find();
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.createDirectories(home.resolve("kafka"));
        Files.createSymbolicLink(home.resolve("registry"), real.registry());
        try (Stream<Path> caches = Files.list(real.folder())) {
            if (caches.anyMatch(path -> path.endsWith("cache"))) {
                Files.createSymbolicLink(home.resolve("cache"), real.folder().resolve("cache"));
            }
        }
        return home;
    }

    private StackOptions options() {
        return StackOptions.in(folder.resolve("data")).freePorts();
    }
}

package io.neomt.deploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With files as Linux shows them. */
class SessionSharesTest {

    private static final long SERVER = 70;
    private static final String UNTOUCHED = "/autogroup-1 nice 0";
    private static final String LESS = "10";

    private final Path processes;
    private final SessionShares shares;

    SessionSharesTest(@TempDir Path processes) {
        this.processes = processes;
        this.shares = new SessionShares(processes, SERVER);
    }

    @BeforeEach
    void grouped() throws IOException {
        write("sys/kernel/sched_autogroup_enabled", "1\n");
        children("");
    }

    @Test
    void eachSessionGetsLessOnceAndTheServersOwnNever() throws IOException {
        process(SERVER, "postgres", 7);
        process(71, "postgres", 71);
        process(72, "a) 5 (strange name", 72);
        children("71 72 ");
        shares.adjust();
        assertThat(share(71)).isEqualTo(LESS);
        assertThat(share(72)).isEqualTo(LESS);
        assertThat(share(SERVER)).isEqualTo(UNTOUCHED);

        write("71/autogroup", "by hand");
        shares.adjust();
        assertThat(share(71)).isEqualTo("by hand");
    }

    @Test
    void oneThatHasJustBegunIsStillOfTheSessionOfWhoeverStartedTheServer() throws IOException {
        process(71, "postgres", 7);
        children("71 ");
        shares.adjust();
        assertThat(share(71)).isEqualTo(UNTOUCHED);

        process(71, "postgres", 71);
        shares.adjust();
        assertThat(share(71)).isEqualTo(LESS);
    }

    @Test
    void oneThatHasEndedKeepsNobodyElseFromItAndItsNumberMayComeAgain() throws IOException {
        process(72, "postgres", 72);
        children("71 72 ");
        shares.adjust();
        assertThat(share(72)).isEqualTo(LESS);

        children("");
        shares.adjust();
        process(72, "postgres", 72);
        children("72 ");
        shares.adjust();
        assertThat(share(72)).isEqualTo(LESS);
    }

    @Test
    void theyMatterOnlyWhereLinuxGroupsBySessionsAndTellsOfChildren() throws IOException {
        assertThat(shares.matter()).isTrue();
        assertThat(new SessionShares(processes, SERVER + 1).matter()).isFalse();
        write("sys/kernel/sched_autogroup_enabled", "0\n");
        assertThat(shares.matter()).isFalse();
        Files.delete(processes.resolve("sys/kernel/sched_autogroup_enabled"));
        assertThat(shares.matter()).isFalse();
    }

    @Test
    void aServerThatHasEndedIsTold() throws IOException {
        Files.delete(processes.resolve("70/task/70/children"));
        assertThatIOException().isThrownBy(shares::adjust);
    }

    private void children(String pids) throws IOException {
        write("70/task/70/children", pids);
    }

    private void process(long pid, String name, long session) throws IOException {
        write(pid + "/stat", pid + " (" + name + ") S 70 " + session + " " + session + " 0 -1 4194368\n");
        write(pid + "/autogroup", UNTOUCHED);
    }

    private String share(long pid) throws IOException {
        return Files.readString(processes.resolve(pid + "/autogroup"));
    }

    private void write(String file, String text) throws IOException {
        Path path = processes.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}

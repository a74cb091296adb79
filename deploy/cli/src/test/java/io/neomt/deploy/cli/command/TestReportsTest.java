package io.neomt.deploy.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportsTest {

    @TempDir
    Path root;

    @Test
    void whatFailedIsToldWithItsReasonAndTheCountComesLast() throws IOException {
        report("one", """
                <testcase name="holds" classname="a.FirstTest" time="0.1"/>
                <testcase name="breaks" classname="a.FirstTest" time="0.1">
                  <failure message="expected: 1"><![CDATA[expected: 1

                 but was: 2 <failure>
                \tat a.FirstTest.breaks(FirstTest.java:7)]]></failure>
                  <system-out><![CDATA[<testcase name="printed"/>]]></system-out>
                </testcase>
                """);
        report("deep/er", """
                <testcase name="left out" classname="b.SecondTest"><skipped/></testcase>
                <testcase name="" classname="b.SecondTest"><error type="X"/></testcase>
                """);

        assertThat(TestReports.in(root).outcome().told()).isEqualTo("""
                ERROR b.SecondTest.
                  (it says nothing)
                FAILURE a.FirstTest.breaks
                  expected: 1
                   but was: 2 <failure>
                  \tat a.FirstTest.breaks(FirstTest.java:7)
                Tests: 1 passed, 2 failed, 1 skipped""");
    }

    @Test
    void whatEarlierRunsLeftIsNotCounted() throws IOException {
        report("one", "<testcase name=\"holds\" classname=\"a.FirstTest\"/>");
        assertThat(TestReports.in(root).outcome().told()).isEqualTo("Tests: 1 passed, 0 failed");

        TestReports.in(root).clear();
        assertThat(TestReports.in(root).outcome().told()).isEqualTo("Tests: 0 passed, 0 failed");
    }

    @Test
    void aReportThatIsCutOffIsNoGoodNews() throws IOException {
        Path file = report("one", "<testcase name=\"holds\" classname=\"a.FirstTest\"/>");
        Files.writeString(file, "<testsuite><testcase name=");

        assertThatThrownBy(() -> TestReports.in(root).outcome()).hasMessageContaining(file.toString());
    }

    private Path report(String module, String cases) throws IOException {
        Path folder = Files.createDirectories(root.resolve(module).resolve("target/surefire-reports"));
        return Files.writeString(
                folder.resolve("TEST-" + module.replace('/', '.') + ".xml"),
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><testsuite name=\"x\">" + cases + "</testsuite>");
    }
}

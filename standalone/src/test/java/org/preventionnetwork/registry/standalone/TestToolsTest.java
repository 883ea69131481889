package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build on a machine that nobody prepared finds what there is, and names what is missing with its cure. */
class TestToolsTest {

    @TempDir
    private Path folder;

    private Path program(String name, String script) throws IOException {
        Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private TestTools tools(Path... places) {
        return new TestTools(List.of(folder.resolve("missing"), folder.resolve("bin")), List.of(places));
    }

    @Test
    void a_browser_of_any_usual_name_is_found() throws IOException {
        assertThat(tools().browser()).isEmpty();
        Path mac = program("Google Chrome", "echo Google Chrome 141.0.7390.54");
        assertThat(tools(mac).browser()).contains(mac);
        for (String name : List.of("msedge", "google-chrome-stable", "google-chrome", "chromium-browser", "chromium")) {
            Path file = program(name, "echo Browser 141.0.7390.54");
            assertThat(tools(mac).browser()).as(name).contains(file);
        }
    }

    @Test
    void what_only_bears_a_browser_s_name_is_passed_over() throws IOException {
        program("chromium", "echo 'Please install the snap chromium 141.0.7390' >&2; exit 10");
        program("chromium-browser", "echo nothing that has a version");
        Files.createDirectories(folder.resolve("bin/google-chrome"));
        assertThat(tools().browser()).isEmpty();
        Path edge = program("microsoft-edge", "echo Microsoft Edge 140.0.3485.54");
        assertThat(tools().browser()).contains(edge);
    }

    @Test
    void scripts_that_cannot_run_are_named_with_their_cure() throws IOException {
        assertThat(tools().missingForScripts())
                .hasSize(2)
                .anySatisfy(one -> assertThat(one).contains("install the package bash"))
                .anySatisfy(one -> assertThat(one).contains("there is none: install the package openssl"));
        program("bash", "true");
        program("openssl", "echo LibreSSL 3.3.6");
        assertThat(tools().missingForScripts())
                .singleElement()
                .asString()
                .contains("there is LibreSSL 3.3.6: install the package openssl");
        program("openssl", "echo OpenSSL 3.5.1 1 Jul 2025");
        assertThat(tools().missingForScripts()).isEmpty();
    }

    @Test
    void only_who_runs_the_pages_tests_needs_a_browser() {
        for (String all : List.of(
                "mvn verify",
                "",
                "mvn -pl standalone -am -Pkill verify",
                "mvn --projects=benchmark verify",
                "mvn -pl shared-api -amd verify",
                "mvn -o -plquery-side,standalone test")) {
            assertThat(TestTools.builds(all, "standalone", "benchmark")).as(all).isTrue();
        }
        for (String few : List.of(
                "mvn -pl shared-api -Pmutation verify",
                "mvn -pl query-side -am verify",
                "mvn --projects=command-side test")) {
            assertThat(TestTools.builds(few, "standalone", "benchmark")).as(few).isFalse();
        }
    }

    @Test
    void this_machine_s_are_found() {
        assertThat(TestTools.ofThisMachine().missingForScripts()).isEmpty();
        assertThat(TestTools.browserCure("")).contains("apt-get install chromium", "-Dchromium=", "-DskipTests");
    }
}

package org.prakat.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prakat.approval.ApprovalServiceApplication;
import org.prakat.expiry.ExpiryServiceApplication;
import org.prakat.gateway.GatewayServiceApplication;
import org.prakat.publishing.PublishingServiceApplication;
import org.prakat.request.RequestServiceApplication;

/** The run that an image's build makes to record what a service loads: no server may be needed for it. */
class TrainingRunTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            classes = {
                RequestServiceApplication.class,
                ApprovalServiceApplication.class,
                PublishingServiceApplication.class,
                ExpiryServiceApplication.class,
                GatewayServiceApplication.class
            })
    void needsNoServer(Class<?> application) throws Exception {
        Project.Answer answer = Project.run(
                Map.of("PATH", javaThatRecordsNothing(application) + ":" + System.getenv("PATH")),
                "bash",
                "-c",
                "cd '" + folder + "' && bash '" + Project.DEPLOY.resolve("image/train.sh") + "'");

        assertThat(answer.exit()).as(answer.output()).isZero();
    }

    /** Takes the script's settings, but has all services on its class path, and any JDK will do. */
    private Path javaThatRecordsNothing(Class<?> application) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> lines = List.of(
                "#!/bin/bash",
                "echo recorded > application.aot",
                "exec '" + java + "' -cp '" + System.getProperty("java.class.path") + "' \"$2\" "
                        + application.getName() + " \"${@:5}\"");
        Path file = Files.write(folder.resolve("java"), lines);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return folder;
    }
}

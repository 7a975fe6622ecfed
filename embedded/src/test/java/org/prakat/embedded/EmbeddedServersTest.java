package org.prakat.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersTest {

    private static final byte[] CONTENT = "เนื้อหาของไฟล์".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void theObjectStoreKeepsItsFilesAndItsKeyOverARestart() throws Exception {
        try (EmbeddedServers servers = EmbeddedServers.start(folder);
                MinioClient client = client(servers, servers.objectStoreCredentials())) {
            client.makeBucket(MakeBucketArgs.builder().bucket("files").build());
            client.putObject(PutObjectArgs.builder().bucket("files").object("ไฟล์/๑.txt").stream(
                            new ByteArrayInputStream(CONTENT), (long) CONTENT.length, -1L)
                    .build());
        }
        try (EmbeddedServers servers = EmbeddedServers.start(folder);
                MinioClient client = client(servers, servers.objectStoreCredentials());
                InputStream read = client.getObject(GetObjectArgs.builder()
                        .bucket("files")
                        .object("ไฟล์/๑.txt")
                        .build())) {
            assertThat(read.readAllBytes()).isEqualTo(CONTENT);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("object-store.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void whatAKilledProcessHadBegunToWriteIsGoneAfterTheNextStart() throws Exception {
        Path bucket = Files.createDirectories(folder.resolve("objects").resolve("files"));
        Path unfinished = Files.writeString(bucket.resolve("key-949f37b8-1942-4a9d-940a-327a5d397ee2"), "par");
        Path whole = Files.writeString(bucket.resolve("key"), "whole");

        EmbeddedServers.start(folder).close();

        assertThat(unfinished).doesNotExist();
        assertThat(whole).exists();
    }

    @Test
    void theObjectStoreRefusesAWrongKey() throws Exception {
        try (EmbeddedServers servers = EmbeddedServers.start(folder);
                MinioClient client = client(servers, new Credentials("prakat", "guessed-secret"))) {
            assertThatThrownBy(() -> client.listBuckets()).hasMessageContaining("signature");
        }
    }

    @Test
    void aFolderServesOneProcessAtATime() throws Exception {
        try (EmbeddedServers servers = EmbeddedServers.start(folder)) {
            assertThat(servers.mongoUri()).isNotEmpty();
            assertThatThrownBy(() -> EmbeddedServers.start(folder))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use");
        }
    }

    private static MinioClient client(EmbeddedServers servers, Credentials credentials) {
        return MinioClient.builder()
                .endpoint(servers.objectStoreEndpoint())
                .credentials(credentials.accessKey(), credentials.secretKey())
                .build();
    }
}

package org.prakat.common.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.prakat.common.storage.Bucket.ARCHIVE;
import static org.prakat.common.storage.Bucket.INCOMING;
import static org.prakat.common.storage.Bucket.PUBLISHED;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.prakat.testing.BackingServers;

class ObjectStoreTest {

    private static final String PDF = "application/pdf";
    private static MinioObjectStore store;

    private final String key = "k3v9q2m7x0ab/" + UUID.randomUUID();

    @BeforeAll
    static void open() {
        store = TestObjectStore.named("object-store-test");
    }

    @AfterAll
    static void close() throws Exception {
        store.close();
    }

    @Test
    void whatIsPutIsReadBackInItsBucketOnly() throws IOException {
        put(INCOMING, "เนื้อหา");

        assertThat(text(INCOMING)).contains("เนื้อหา");
        assertThat(store.size(INCOMING, key)).hasValue("เนื้อหา".getBytes(StandardCharsets.UTF_8).length);
        assertThat(text(PUBLISHED)).isEmpty();
        assertThat(store.size(PUBLISHED, key)).isEmpty();
    }

    @Test
    void aSecondPutTakesThePlaceOfTheFirst() throws IOException {
        put(INCOMING, "first");
        put(INCOMING, "second, longer");

        assertThat(text(INCOMING)).contains("second, longer");
    }

    @Test
    void aPartIsReadFromItsOffsetForItsLength() throws IOException {
        put(INCOMING, "0123456789");

        assertThat(part(3, OptionalLong.of(4))).isEqualTo("3456");
        assertThat(part(7, OptionalLong.empty())).isEqualTo("789");
        assertThat(part(9, OptionalLong.of(1))).isEqualTo("9");
        assertThat(part(0, OptionalLong.of(10))).isEqualTo("0123456789");
    }

    @Test
    void aFileOfSeveralPartsArrivesWhole() throws IOException {
        byte[] content = new byte[40 * 1024 * 1024 + 17];
        new Random(1).nextBytes(content);

        store.put(INCOMING, key, new ByteArrayInputStream(content), content.length, PDF);

        try (InputStream read =
                store.open(INCOMING, key, 0, OptionalLong.empty()).orElseThrow()) {
            assertThat(read).hasBinaryContent(content);
        }
        store.delete(INCOMING, key);
    }

    @Test
    void aCopyIsThereUntilItIsDeletedWhateverBecomesOfTheFirst() throws IOException {
        put(INCOMING, "content");

        assertThat(store.copy(INCOMING, PUBLISHED, key)).isTrue();
        assertThat(store.copy(INCOMING, PUBLISHED, key)).isTrue();
        store.delete(INCOMING, key);

        assertThat(text(PUBLISHED)).contains("content");
        assertThat(text(INCOMING)).isEmpty();
        assertThat(text(ARCHIVE)).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotCopiedAndDeletedWithoutComplaint() {
        assertThat(store.copy(INCOMING, PUBLISHED, key)).isFalse();
        assertThat(store.open(INCOMING, key, 0, OptionalLong.empty())).isEmpty();

        store.delete(INCOMING, key);
        store.delete(INCOMING, key);
    }

    @Test
    void aSecondServiceThatStartsWithTheSameBucketsFindsThemThere() throws Exception {
        put(INCOMING, "content");

        try (MinioObjectStore other = TestObjectStore.named("object-store-test")) {
            assertThat(other.size(INCOMING, key)).hasValue(7);
        }
    }

    @Test
    void aStoreThatDoesNotAnswerIsSaidToBeOut() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        ObjectStoreProperties nowhere = new ObjectStoreProperties(
                "http://127.0.0.1:" + closed, "key", "secret", "x", false, Duration.ofSeconds(2));

        try (MinioObjectStore out = new MinioObjectStore(nowhere)) {
            assertThatThrownBy(() -> out.size(INCOMING, key)).isInstanceOf(ObjectStoreUnavailable.class);
            assertThatThrownBy(() -> out.open(INCOMING, key, 0, OptionalLong.empty()))
                    .isInstanceOf(ObjectStoreUnavailable.class);
            assertThatThrownBy(() -> out.delete(INCOMING, key)).isInstanceOf(ObjectStoreUnavailable.class);
            assertThatThrownBy(() -> out.put(INCOMING, key, InputStream.nullInputStream(), 0, PDF))
                    .isInstanceOf(ObjectStoreUnavailable.class);
        }
    }

    @Test
    void aStoreThatRefusesOurKeyIsSaidToBeOutAndTheSecretIsNotTold() throws Exception {
        ObjectStoreProperties wrong = new ObjectStoreProperties(
                BackingServers.get().objectStoreEndpoint(), "a-key", "the-secret", "x", false, Duration.ofSeconds(5));

        try (MinioObjectStore refusing = new MinioObjectStore(wrong)) {
            assertThatThrownBy(() -> refusing.size(INCOMING, key))
                    .isInstanceOf(ObjectStoreUnavailable.class)
                    .hasMessageNotContaining("the-secret");
        }
        assertThat(wrong.toString()).doesNotContain("the-secret");
    }

    private void put(Bucket bucket, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        store.put(bucket, key, new ByteArrayInputStream(bytes), bytes.length, PDF);
    }

    private Optional<String> text(Bucket bucket) throws IOException {
        Optional<InputStream> found = store.open(bucket, key, 0, OptionalLong.empty());
        return found.isEmpty() ? Optional.empty() : Optional.of(read(found.get()));
    }

    private String part(long offset, OptionalLong length) throws IOException {
        return read(store.open(INCOMING, key, offset, length).orElseThrow());
    }

    private static String read(InputStream stream) throws IOException {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

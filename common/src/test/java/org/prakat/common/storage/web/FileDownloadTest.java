package org.prakat.common.storage.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prakat.common.event.Attachment;
import org.prakat.common.storage.Bucket;
import org.prakat.common.storage.MinioObjectStore;
import org.prakat.common.storage.TestObjectStore;
import org.prakat.common.storage.web.FileDownload.Disposition;
import org.prakat.common.web.RefusedException;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FileDownloadTest {

    private static final byte[] CONTENT = "0123456789".getBytes(StandardCharsets.UTF_8);
    private static final String SHA256 = "84d89877f0d4041efb6bf91a16f0248f2fd573e6af05c19f96bedb9f882f7882";
    private static final String TAG = "\"" + SHA256 + "\"";
    private static final Attachment FILE =
            new Attachment("f1", "ประกาศ ผล.pdf", "pdf", "application/pdf", CONTENT.length, 1, SHA256, "one/f1");
    private static final Attachment MISSING =
            new Attachment("f2", "a.pdf", "pdf", "application/pdf", 10, 1, SHA256, "one/missing");

    private static MinioObjectStore store;

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/files/f1");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @BeforeAll
    static void open() {
        store = TestObjectStore.named("file-download-test");
        store.put(Bucket.PUBLISHED, FILE.key(), new ByteArrayInputStream(CONTENT), CONTENT.length, FILE.mediaType());
    }

    @AfterAll
    static void close() throws Exception {
        store.close();
    }

    @Test
    void theWholeFileIsSentWithItsTypeItsTagAndWhatItIsCalled() throws IOException {
        send(FILE);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsByteArray()).isEqualTo(CONTENT);
        assertThat(response.getContentLength()).isEqualTo(CONTENT.length);
        assertThat(response.getContentType()).isEqualTo("application/pdf");
        assertThat(response.getHeader(HttpHeaders.ETAG)).isEqualTo(TAG);
        assertThat(response.getHeader(HttpHeaders.CACHE_CONTROL)).isEqualTo("private, no-cache");
        assertThat(response.getHeader(HttpHeaders.ACCEPT_RANGES)).isEqualTo("bytes");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%E0%B8%9B%E0%B8%A3%E0%B8%B0%E0%B8%81%E0%B8%B2%E0%B8%A8%20"
                        + "%E0%B8%9C%E0%B8%A5.pdf")
                .matches("\\p{ASCII}+");
    }

    @Test
    void aFileMayBeShownInTheBrowser() throws IOException {
        new FileDownload(store).send(Bucket.PUBLISHED, FILE, Disposition.INLINE, "public", request, response);

        assertThat(response.getHeader(HttpHeaders.CONTENT_DISPOSITION)).startsWith("inline;");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, bytes 0-0/10",
        "bytes=2-4, 234, bytes 2-4/10",
        "bytes=7-, 789, bytes 7-9/10",
        "bytes=-3, 789, bytes 7-9/10",
        "bytes=8-100, 89, bytes 8-9/10",
        "bytes=-100, 0123456789, bytes 0-9/10"
    })
    void aPartIsSentWhenOneIsAskedFor(String range, String part, String contentRange) throws IOException {
        request.addHeader(HttpHeaders.RANGE, range);

        send(FILE);

        assertThat(response.getStatus()).isEqualTo(206);
        assertThat(response.getContentAsString()).isEqualTo(part);
        assertThat(response.getContentLength()).isEqualTo(part.length());
        assertThat(response.getHeader(HttpHeaders.CONTENT_RANGE)).isEqualTo(contentRange);
        assertThat(response.getHeader(HttpHeaders.ETAG)).isEqualTo(TAG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-20", "bytes=99-100"})
    void aPartThatIsNotThereCannotBeSent(String range) throws IOException {
        request.addHeader(HttpHeaders.RANGE, range);

        send(FILE);

        assertThat(response.getStatus()).isEqualTo(416);
        assertThat(response.getHeader(HttpHeaders.CONTENT_RANGE)).isEqualTo("bytes */10");
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,4-5", "lines=1-2", "bytes=x", "bytes=5-2", "bytes="})
    void theWholeIsSentWhenSeveralPartsAreAskedForOrTheHeaderMeansNothing(String range) throws IOException {
        request.addHeader(HttpHeaders.RANGE, range);

        send(FILE);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsByteArray()).isEqualTo(CONTENT);
        assertThat(response.getHeader(HttpHeaders.CONTENT_RANGE)).isNull();
    }

    @Test
    void aGoodCopyIsNotSentAgain() throws IOException {
        request.addHeader(HttpHeaders.IF_NONE_MATCH, "\"other\", " + TAG);

        send(FILE);

        assertThat(response.getStatus()).isEqualTo(304);
        assertThat(response.getContentAsByteArray()).isEmpty();
        assertThat(response.getHeader(HttpHeaders.ETAG)).isEqualTo(TAG);
    }

    @Test
    void aDownloadIsContinuedIfItIsStillTheSameFileAndBegunAnewIfNot() throws IOException {
        request.addHeader(HttpHeaders.RANGE, "bytes=8-");
        request.addHeader(HttpHeaders.IF_RANGE, TAG);
        send(FILE);
        assertThat(response.getStatus()).isEqualTo(206);
        assertThat(response.getContentAsString()).isEqualTo("89");

        MockHttpServletRequest ofAnother = new MockHttpServletRequest("GET", "/files/f1");
        ofAnother.addHeader(HttpHeaders.RANGE, "bytes=8-");
        ofAnother.addHeader(HttpHeaders.IF_RANGE, "\"another\"");
        MockHttpServletResponse whole = new MockHttpServletResponse();
        new FileDownload(store).send(Bucket.PUBLISHED, FILE, Disposition.ATTACHMENT, "private", ofAnother, whole);
        assertThat(whole.getStatus()).isEqualTo(200);
        assertThat(whole.getContentAsByteArray()).isEqualTo(CONTENT);
    }

    @Test
    void headTellsTheSameWithoutTheContent() throws IOException {
        request.setMethod("HEAD");
        request.addHeader(HttpHeaders.RANGE, "bytes=0-1");

        send(FILE);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentLength()).isEqualTo(CONTENT.length);
        assertThat(response.getContentType()).isEqualTo("application/pdf");
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void aFileThatIsNotInTheStoreIsNotFoundAndNobodyIsToldToKeepThatInMind(String method) {
        request.setMethod(method);
        request.addHeader(HttpHeaders.RANGE, "bytes=0-1");

        assertThatThrownBy(() -> send(MISSING)).isInstanceOf(RefusedException.class);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeaderNames()).doesNotContain(HttpHeaders.CACHE_CONTROL, HttpHeaders.CONTENT_RANGE);
    }

    private void send(Attachment file) throws IOException {
        new FileDownload(store)
                .send(Bucket.PUBLISHED, file, Disposition.ATTACHMENT, "private, no-cache", request, response);
    }
}

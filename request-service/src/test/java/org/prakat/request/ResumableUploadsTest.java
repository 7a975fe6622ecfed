package org.prakat.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prakat.common.storage.Bucket;
import org.prakat.common.storage.ObjectStore;
import org.prakat.common.testing.ServiceUnderTest;
import org.prakat.common.testing.ServiceUnderTest.Answer;
import org.prakat.request.application.ResumeUpload;
import org.prakat.request.application.port.UnfinishedUploads;
import org.prakat.request.application.port.Uploads;
import org.prakat.request.domain.Samples;
import org.prakat.request.domain.UnfinishedUpload;
import org.prakat.testing.SampleFiles;
import org.prakat.testing.SteppedClock;

/** Files of other offices come piece by piece (tus 1.0.0), over lines that break, to whichever replica. */
class ResumableUploadsTest {

    private static final SteppedClock CLOCK = new SteppedClock(Samples.NOW);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String UPLOADS = "/api/uploads";
    private static final int MEGABYTE = 1024 * 1024;

    private static ServiceUnderTest service;
    private static OfficeCaller office;
    private static OfficeCaller other;

    @BeforeAll
    static void start() {
        service = replica();
        office = new OfficeCaller(service, "phu-kradueng");
        other = new OfficeCaller(service, "pha-khao");
        service.tell(Samples.FINANCE);
        service.tell(Samples.PROCUREMENT);
        service.tell(office.defined());
        await().atMost(PATIENCE)
                .until(() -> office.post(office.submitted("warm-up", "ก")).status() == 202);
    }

    private static ServiceUnderTest replica() {
        return ServiceUnderTest.start(
                RequestServiceApplication.application(),
                "resumable-test",
                CLOCK,
                Map.of("prakat.offices.largest-upload", "8MB", "prakat.offices.most-unfinished", "20MB"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** A document that is larger than a piece, since readers pass over what stands behind its end. */
    private static byte[] largePdf(String text) {
        byte[] pdf = SampleFiles.pdf(text);
        byte[] large = Arrays.copyOf(pdf, 2 * MEGABYTE + 4_321);
        Arrays.fill(large, pdf.length, large.length, (byte) '\n');
        return large;
    }

    private static String begin(OfficeCaller caller, String name, String type, long length) {
        Answer begun = tryToBegin(caller, name, type, length);
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        assertThat(begun.header("Tus-Resumable")).isEqualTo("1.0.0");
        assertThat(begun.header("Upload-Offset")).isEqualTo("0");
        return begun.header("Location");
    }

    private static Answer tryToBegin(OfficeCaller caller, String name, String type, long length) {
        return caller.send(
                "POST",
                UPLOADS,
                new byte[0],
                "Tus-Resumable",
                "1.0.0",
                "Upload-Length",
                String.valueOf(length),
                "Upload-Metadata",
                "filename " + base64(name) + ",filetype " + base64(type) + ",note");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer patch(OfficeCaller caller, String location, long offset, byte[] bytes, String... more) {
        List<String> headers = new ArrayList<>(List.of(
                "Tus-Resumable",
                "1.0.0",
                "Upload-Offset",
                String.valueOf(offset),
                "Content-Type",
                "application/offset+octet-stream"));
        headers.addAll(List.of(more));
        return caller.send("PATCH", location, bytes, headers.toArray(String[]::new));
    }

    private static Answer head(OfficeCaller caller, String location) {
        return caller.send("HEAD", location, new byte[0], "Tus-Resumable", "1.0.0");
    }

    private static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static byte[] part(byte[] file, int from, int to) {
        return Arrays.copyOfRange(file, from, to);
    }

    private static String sha256(byte[] content) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private static void abandon(String location) {
        office.send("DELETE", location, new byte[0], "Tus-Resumable", "1.0.0");
    }

    @Test
    void aFileInPiecesIsLetInAsAnyOtherUnderTheIdItHadFromTheBeginning() throws Exception {
        byte[] file = largePdf("in pieces");
        String location = begin(office, "ประกาศ.pdf", "application/pdf", file.length);
        assertThat(office.get(location).status()).as("not there yet").isEqualTo(404);

        Answer first = patch(office, location, 0, part(file, 0, 1_500_000));
        Answer early = head(office, location);
        Answer wrong = patch(office, location, 1_499_999, part(file, 1_499_999, file.length));
        Answer last = patch(office, location, 1_500_000, part(file, 1_500_000, file.length));

        assertThat(first.status()).as(first.text()).isEqualTo(204);
        assertThat(first.header("Upload-Offset")).isEqualTo("1500000");
        assertThat(early.header("Upload-Offset")).isEqualTo("1500000");
        assertThat(early.header("Upload-Length")).isEqualTo(String.valueOf(file.length));
        assertThat(early.header("Cache-Control")).isEqualTo("no-store");
        assertThat(early.header("Upload-Metadata")).startsWith("filename " + base64("ประกาศ.pdf"));
        assertThat(early.header("Upload-Expires")).isEqualTo("Wed, 02 Dec 2026 03:00:00 GMT");
        assertThat(wrong.status()).isEqualTo(409);
        assertThat(last.status()).as(last.text()).isEqualTo(204);
        assertThat(head(office, location).header("Upload-Offset")).isEqualTo(String.valueOf(file.length));
        Answer seen = office.get(location);
        assertThat(seen.json().get("id").asString()).isEqualTo(id(location));
        assertThat(seen.json().get("sha256").asString()).isEqualTo(sha256(file));
        assertThat(seen.json().get("size").asInt()).isEqualTo(file.length);
        assertThat(service.bean(UnfinishedUploads.class).find(id(location))).isEmpty();
    }

    @Test
    void whatCameBeforeTheLineBrokeIsKept() throws Exception {
        byte[] file = largePdf("broken line");
        String location = begin(office, "a.pdf", "application/pdf", file.length);
        int sent = MEGABYTE + 100_000;

        breakOffAfter(location, file, sent);

        await().atMost(PATIENCE)
                .until(() -> head(office, location).header("Upload-Offset").equals(String.valueOf(sent)));
        assertThat(patch(office, location, sent, part(file, sent, file.length)).status())
                .isEqualTo(204);
        assertThat(office.get(location).json().get("sha256").asString()).isEqualTo(sha256(file));
    }

    private static void breakOffAfter(String location, byte[] file, int sent) throws IOException {
        URI address = URI.create(service.address());
        HttpRequest call = service.call(office.identity(), location).GET().build();
        String head = "PATCH " + location + " HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n"
                + "Content-Type: application/offset+octet-stream\r\nContent-Length: " + file.length + "\r\n"
                + "Authorization: " + call.headers().firstValue("Authorization").orElseThrow() + "\r\n\r\n";
        try (Socket line = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = line.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(file, 0, sent);
            out.flush();
        }
    }

    @Test
    void anotherReplicaTakesTheNextPiece() throws Exception {
        byte[] file = largePdf("two replicas");
        String location = begin(office, "a.pdf", "application/pdf", file.length);
        patch(office, location, 0, part(file, 0, 700_000));
        try (ServiceUnderTest second = replica()) {
            OfficeCaller there = new OfficeCaller(second, "phu-kradueng");

            assertThat(head(there, location).header("Upload-Offset")).isEqualTo("700000");
            assertThat(patch(there, location, 700_000, part(file, 700_000, file.length))
                            .status())
                    .isEqualTo(204);
        }
        assertThat(office.get(location).json().get("sha256").asString()).isEqualTo(sha256(file));
    }

    @Test
    void ofManyCallsForTheSamePlaceOneCounts() throws Exception {
        byte[] file = largePdf("at once");
        String location = begin(office, "a.pdf", "application/pdf", file.length);

        List<CompletableFuture<Answer>> calls = IntStream.range(0, 4)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> patch(office, location, 0, part(file, 0, 600_000 + i))))
                .toList();

        assertThat(calls.stream().map(call -> call.join().status())).containsOnlyOnce(204);
        int offset = Integer.parseInt(head(office, location).header("Upload-Offset"));
        assertThat(patch(office, location, offset, part(file, offset, file.length))
                        .status())
                .isEqualTo(204);
        assertThat(office.get(location).json().get("sha256").asString()).isEqualTo(sha256(file));
    }

    @Test
    void aChunkWithTheWrongChecksumIsNotKept() throws Exception {
        byte[] file = largePdf("checksum");
        String location = begin(office, "a.pdf", "application/pdf", file.length);
        byte[] chunk = part(file, 0, 1_200_000);
        String right = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-1").digest(chunk));

        Answer mismatch = patch(office, location, 0, chunk, "Upload-Checksum", "sha1 " + base64("something else"));
        Answer unknown = patch(office, location, 0, chunk, "Upload-Checksum", "crc32 " + right);

        assertThat(mismatch.status()).as(mismatch.text()).isEqualTo(460);
        assertThat(mismatch.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(head(office, location).header("Upload-Offset")).isEqualTo("0");
        assertThat(patch(office, location, 0, chunk, "Upload-Checksum", "sha1 " + right)
                        .header("Upload-Offset"))
                .isEqualTo("1200000");
        String rest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(part(file, 1_200_000, file.length)));
        assertThat(patch(
                                office,
                                location,
                                1_200_000,
                                part(file, 1_200_000, file.length),
                                "Upload-Checksum",
                                "sha256 " + rest)
                        .status())
                .isEqualTo(204);
        assertThat(office.get(location).json().get("sha256").asString()).isEqualTo(sha256(file));
    }

    @Test
    void whatIsNotWhatItSaysIsRefusedAtTheEndAndLeavesNothing() {
        byte[] picture = SampleFiles.png();
        String location = begin(office, "a.pdf", "application/pdf", picture.length);
        patch(office, location, 0, part(picture, 0, 100));
        List<String> keys = keys(location);

        Answer refused = patch(office, location, 100, part(picture, 100, picture.length));

        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.json().get("code").asString()).isEqualTo("EXTENSION_MISMATCH");
        assertThat(refused.header("Tus-Resumable")).isEqualTo("1.0.0");
        assertThat(head(office, location).status()).isEqualTo(404);
        assertThat(keys).isNotEmpty().allSatisfy(key -> assertThat(isStored(key))
                .isFalse());
    }

    private static List<String> keys(String location) {
        return service.bean(UnfinishedUploads.class)
                .find(id(location))
                .map(UnfinishedUpload::keys)
                .orElseThrow();
    }

    private static boolean isStored(String key) {
        return service.bean(ObjectStore.class).size(Bucket.INCOMING, key).isPresent();
    }

    @Test
    void moreThanWasAnnouncedIsRefused() {
        byte[] file = SampleFiles.pdf("too much");
        String location = begin(office, "a.pdf", "application/pdf", file.length - 10);

        assertThat(patch(office, location, 0, file).status()).isEqualTo(400);
        assertThat(head(office, location).header("Upload-Offset")).isEqualTo("0");
        abandon(location);
    }

    @Test
    void anOfficeHasOnlySoMuchUnfinishedAndGivesItUp() {
        OfficeCaller greedy = new OfficeCaller(service, "greedy");
        List<String> locations = new ArrayList<>();
        locations.add(begin(greedy, "a.pdf", "application/pdf", 8 * MEGABYTE));
        locations.add(begin(greedy, "b.pdf", "application/pdf", 8 * MEGABYTE));
        Answer tooMuch = tryToBegin(greedy, "c.pdf", "application/pdf", 5 * MEGABYTE);
        for (int i = 0; i < 18; i++) {
            locations.add(begin(greedy, i + ".pdf", "application/pdf", 10));
        }
        Answer tooMany = tryToBegin(greedy, "d.pdf", "application/pdf", 10);

        assertThat(tooMuch.status()).isEqualTo(409);
        assertThat(tooMany.json().get("code").asString()).isEqualTo("TOO_MANY_UNFINISHED");
        for (String location : locations) {
            assertThat(greedy.send("DELETE", location, new byte[0], "Tus-Resumable", "1.0.0")
                            .status())
                    .isEqualTo(204);
        }
        assertThat(tryToBegin(greedy, "d.pdf", "application/pdf", 10).status()).isEqualTo(201);
    }

    @Test
    void whatIsNotFinishedInAWeekIsRemoved() {
        Instant before = CLOCK.instant();
        String location = begin(office, "a.pdf", "application/pdf", 1_000);
        patch(office, location, 0, new byte[500]);
        List<String> keys = keys(location);
        assertThat(keys).hasSize(1).allSatisfy(key -> assertThat(isStored(key)).isTrue());

        CLOCK.advance(UnfinishedUpload.PATIENCE);
        assertThat(head(office, location).status()).isEqualTo(404);
        assertThat(patch(office, location, 500, new byte[500]).status()).isEqualTo(404);
        CLOCK.advance(Duration.ofSeconds(1));
        service.bean(ResumeUpload.class).removeExpired();

        assertThat(keys).allSatisfy(key -> assertThat(isStored(key)).isFalse());
        assertThat(service.bean(UnfinishedUploads.class).find(id(location))).isEmpty();
        CLOCK.set(before);
    }

    @Test
    void anotherOfficeSeesAndChangesNothing() {
        byte[] file = SampleFiles.pdf("mine");
        String location = begin(office, "a.pdf", "application/pdf", file.length);

        assertThat(head(other, location).status()).isEqualTo(404);
        assertThat(patch(other, location, 0, file).status()).isEqualTo(404);
        assertThat(other.send("DELETE", location, new byte[0], "Tus-Resumable", "1.0.0")
                        .status())
                .isEqualTo(404);
        assertThat(patch(office, location, 0, file).status()).isEqualTo(204);
        assertThat(other.get(location).status()).isEqualTo(404);
        assertThat(service.bean(Uploads.class).find(id(location))).isPresent();
    }

    @Test
    void aLineThatLetsOnlyPostThroughMayBeUsed() {
        byte[] file = SampleFiles.pdf("by post");
        String location = begin(office, "a.pdf", "application/pdf", file.length);

        Answer answer = office.send(
                "POST",
                location,
                file,
                "X-HTTP-Method-Override",
                "PATCH",
                "Tus-Resumable",
                "1.0.0",
                "Upload-Offset",
                "0",
                "Content-Type",
                "application/offset+octet-stream");

        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
        Answer event = office.post(office.submitted("pieces-1", "ส่งเป็นส่วน", id(location)));
        assertThat(event.status()).as(event.text()).isEqualTo(202);
    }

    @Test
    void theServerSaysWhatItCanAndRefusesOtherVersions() {
        Answer abilities = office.send("OPTIONS", UPLOADS);
        assertThat(abilities.status()).isEqualTo(204);
        assertThat(abilities.header("Tus-Extension")).isEqualTo("creation,expiration,checksum,termination");
        assertThat(abilities.header("Tus-Max-Size")).isEqualTo(String.valueOf(8 * MEGABYTE));

        Answer otherVersion = office.send("HEAD", UPLOADS + "/x", new byte[0], "Tus-Resumable", "0.2.2");
        assertThat(otherVersion.status()).isEqualTo(412);
        assertThat(otherVersion.header("Tus-Version")).isEqualTo("1.0.0");
    }

    @ParameterizedTest
    @CsvSource({
        "x, filename YQ==, 400",
        "'', filename YQ==, 400",
        "-1, filename YQ==, 400",
        "0, filename YS5wZGY=, 400",
        "10, '', 400",
        "10, filename, 400",
        "10, filename ???, 400",
        "10, filename Li4vYS5wZGY=, 400",
        "99999999, filename YS5wZGY=, 413"
    })
    void whatIsNoBeginningIsRefused(String length, String metadata, int status) {
        Answer answer = office.send(
                "POST",
                UPLOADS,
                new byte[0],
                "Tus-Resumable",
                "1.0.0",
                "Upload-Length",
                length,
                "Upload-Metadata",
                metadata);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }

    @Test
    void aChunkOfAnotherKindIsRefused() {
        String location = begin(office, "a.pdf", "application/pdf", 10);
        Answer answer = service.send(service.call(office.identity(), location)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", "0")
                .header("Content-Type", "application/pdf")
                .method("PATCH", BodyPublishers.ofByteArray(new byte[10])));

        assertThat(answer.status()).isEqualTo(415);
        abandon(location);
    }
}

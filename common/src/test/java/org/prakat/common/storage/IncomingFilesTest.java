package org.prakat.common.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.testing.SampleFiles;

class IncomingFilesTest {

    private static final long MEGABYTE = 1024 * 1024;
    private static final String OWNER = "k3v9q2m7x0ab";
    private static final FileLimits EVERYTHING =
            new FileLimits(List.of("pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "jpg", "png"), 50 * MEGABYTE);

    private static MinioObjectStore minio;

    private final RecordingStore store = new RecordingStore(minio);
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final UploadMeasures measures = new UploadMeasures(meters);
    private final IncomingFiles files = new IncomingFiles(store, file -> VirusScan.Verdict.CLEAN, measures);
    private List<Path> spooledBefore = List.of();

    @BeforeAll
    static void open() {
        minio = TestObjectStore.named("incoming-files-test");
    }

    @AfterAll
    static void close() throws Exception {
        minio.close();
    }

    @BeforeEach
    void lookAtTheDisk() throws IOException {
        spooledBefore = spooled();
    }

    @AfterEach
    void nothingIsLeftOnTheDisk() throws IOException {
        assertThat(spooled()).isEqualTo(spooledBefore);
    }

    static Stream<Arguments> realFiles() {
        return Stream.of(
                Arguments.of("ประกาศผล.pdf", FileType.PDF, SampleFiles.pdf("result")),
                Arguments.of("แผนที่.PNG", FileType.PNG, SampleFiles.png()),
                Arguments.of("ภาพ.jpg", FileType.JPEG, SampleFiles.jpg()),
                Arguments.of("ภาพ.jpeg", FileType.JPEG, SampleFiles.jpg()),
                Arguments.of("บันทึก.docx", FileType.DOCX, SampleFiles.docx("ข้อความ")),
                Arguments.of("ตาราง.xlsx", FileType.XLSX, SampleFiles.xlsx("ข้อความ")),
                Arguments.of("เก่า.doc", FileType.DOC, ole2("WordDocument")),
                Arguments.of("เก่า.xls", FileType.XLS, ole2("Workbook")),
                Arguments.of("เก่ามาก.xls", FileType.XLS, ole2("Book")),
                Arguments.of("เก่า.ppt", FileType.PPT, ole2("PowerPoint Document")));
    }

    @ParameterizedTest
    @MethodSource("realFiles")
    void aRealFileIsLetInWithWhatItsContentSays(String name, FileType type, byte[] content) throws Exception {
        StoredFile stored = receive(name, type.mediaType(), content).orElseThrow();

        assertThat(stored.name()).isEqualTo(name);
        assertThat(type.isNamed(stored.extension())).isTrue();
        assertThat(stored.mediaType()).isEqualTo(type.mediaType());
        assertThat(stored.size()).isEqualTo(content.length);
        assertThat(stored.sha256()).isEqualTo(sha256(content));
        assertThat(stored.key()).startsWith(OWNER + "/");
        try (InputStream kept = minio.open(Bucket.INCOMING, stored.key(), 0, OptionalLong.empty())
                .orElseThrow()) {
            assertThat(kept).hasBinaryContent(content);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "Application/PDF; charset=binary", "application/pdf"})
    void aSenderNeedNotKnowTheTypeAndMayAddParameters(String declared) throws IOException {
        assertThat(receive("a.pdf", declared, SampleFiles.pdf("a")).isOk()).isTrue();
        assertThat(receive("a.pdf", null, SampleFiles.pdf("a")).isOk()).isTrue();
    }

    @Test
    void aNameOfTheSameLettersIsTheSameName() throws IOException {
        StoredFile stored =
                receive("  re\u0301sume\u0301.pdf ", null, SampleFiles.pdf("a")).orElseThrow();

        assertThat(stored.name()).isEqualTo("r\u00E9sum\u00E9.pdf");
    }

    static Stream<Arguments> refused() {
        byte[] pdf = SampleFiles.pdf("a");
        return Stream.of(
                Arguments.of("EMPTY", Reason.INVALID, "a.pdf", new byte[0]),
                Arguments.of("NAME_TOO_LONG", Reason.INVALID, "ก".repeat(84) + ".pdf", pdf),
                Arguments.of("NAME_INVALID", Reason.INVALID, "", pdf),
                Arguments.of("NAME_INVALID", Reason.INVALID, " ", pdf),
                Arguments.of("NAME_INVALID", Reason.INVALID, ".pdf", pdf),
                Arguments.of("NAME_INVALID", Reason.INVALID, "../../etc/passwd.pdf", pdf),
                Arguments.of("NAME_INVALID", Reason.INVALID, "C:\\windows\\a.pdf", pdf),
                Arguments.of("NAME_INVALID", Reason.INVALID, "a\r\nX-Evil: 1.pdf", pdf),
                Arguments.of("NAME_INVALID", Reason.INVALID, "a\0.pdf", pdf),
                Arguments.of("NAME_INVALID", Reason.INVALID, "invoice\u202Efdp.exe", pdf),
                Arguments.of("NAME_INVALID", Reason.INVALID, "a\uD800.pdf", pdf),
                Arguments.of("TYPE_NOT_PERMITTED", Reason.UNSUPPORTED_TYPE, "a.txt", utf8("plain text")),
                Arguments.of("TYPE_NOT_PERMITTED", Reason.UNSUPPORTED_TYPE, "a.pdf", utf8("<html><script>")),
                Arguments.of("TYPE_NOT_PERMITTED", Reason.UNSUPPORTED_TYPE, "a.zip", zip(Map.of("a.txt", "a"))),
                Arguments.of("TYPE_NOT_PERMITTED", Reason.UNSUPPORTED_TYPE, "a.docx", truncated(SampleFiles.docx("a"))),
                Arguments.of("TYPE_NOT_PERMITTED", Reason.UNSUPPORTED_TYPE, "a.doc", ole2("Something")),
                Arguments.of("EXTENSION_MISMATCH", Reason.UNSUPPORTED_TYPE, "a.pdf", SampleFiles.png()),
                Arguments.of("EXTENSION_MISMATCH", Reason.UNSUPPORTED_TYPE, "a", pdf),
                Arguments.of("EXTENSION_MISMATCH", Reason.UNSUPPORTED_TYPE, "a.docx", SampleFiles.xlsx("a")),
                Arguments.of("EXTENSION_MISMATCH", Reason.UNSUPPORTED_TYPE, "a.pdf.exe", pdf),
                Arguments.of("EXECUTABLE", Reason.UNSUPPORTED_TYPE, "a.pdf", elf()),
                Arguments.of("EXECUTABLE", Reason.UNSUPPORTED_TYPE, "a.pdf", windowsProgram()),
                Arguments.of("EXECUTABLE", Reason.UNSUPPORTED_TYPE, "a.pdf", utf8("#!/bin/sh\nrm -rf /\n")),
                Arguments.of("MACROS", Reason.UNSUPPORTED_TYPE, "a.docx", withMainType("a.macroEnabled.main+xml")),
                Arguments.of("MACROS", Reason.UNSUPPORTED_TYPE, "a.docx", withVbaProject()),
                Arguments.of("MACROS", Reason.UNSUPPORTED_TYPE, "a.doc", ole2("WordDocument", "Macros")),
                Arguments.of("MACROS", Reason.UNSUPPORTED_TYPE, "a.xls", ole2("Workbook", "_VBA_PROJECT_CUR")),
                Arguments.of("ARCHIVE_BOMB", Reason.UNSUPPORTED_TYPE, "a.docx", bombOfZeros()),
                Arguments.of("ARCHIVE_BOMB", Reason.UNSUPPORTED_TYPE, "a.docx", bombOfEntries()));
    }

    @ParameterizedTest
    @MethodSource
    void refused(String code, Reason reason, String name, byte[] content) throws IOException {
        Refusal refusal = refusal(receive(name, null, content));

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("file");
            assertThat(fault.code()).isEqualTo(code);
        });
        assertThat(store.put).isEmpty();
    }

    @Test
    void aTypeThatTheCategoryDoesNotPermitIsRefusedAndThePermittedAreNamed() throws IOException {
        FileLimits pdfOnly = new FileLimits(List.of("pdf", "xlsx"), MEGABYTE);

        Refusal refusal =
                refusal(files.receive(OWNER, "a.png", null, new ByteArrayInputStream(SampleFiles.png()), pdfOnly));

        assertThat(refusal.code()).isEqualTo("TYPE_NOT_PERMITTED");
        assertThat(refusal.faults().get(0).arguments()).containsEntry("permitted", "pdf, xlsx");
    }

    @Test
    void aTypeThatIsNotTheDeclaredOneIsRefused() throws IOException {
        Refusal refusal = refusal(receive("a.pdf", "image/png", SampleFiles.pdf("a")));

        assertThat(refusal.code()).isEqualTo("DECLARED_TYPE_MISMATCH");
        assertThat(refusal.faults().get(0).arguments()).containsEntry("type", "pdf");
        assertThat(store.put).isEmpty();
    }

    @Test
    void aFileOfExactlyTheLargestSizeIsLetInAndOneByteMoreIsNot() throws IOException {
        byte[] content = SampleFiles.pdf("a");
        FileLimits exact = new FileLimits(List.of("pdf"), content.length);
        FileLimits oneLess = new FileLimits(List.of("pdf"), content.length - 1);

        assertThat(files.receive(OWNER, "a.pdf", null, new ByteArrayInputStream(content), exact)
                        .isOk())
                .isTrue();
        Refusal refusal = refusal(files.receive(OWNER, "a.pdf", null, new ByteArrayInputStream(content), oneLess));
        assertThat(refusal.code()).isEqualTo("FILE_TOO_LARGE");
        assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void aStreamWithoutEndIsReadOneByteBeyondTheLimitOnly() throws IOException {
        AtomicLong read = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read.incrementAndGet();
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                read.addAndGet(length);
                return length;
            }
        };

        Refusal refusal =
                refusal(files.receive(OWNER, "a.pdf", null, endless, new FileLimits(List.of("pdf"), 3 * MEGABYTE)));

        assertThat(refusal.code()).isEqualTo("FILE_TOO_LARGE");
        assertThat(refusal.faults().get(0).arguments()).containsEntry("max", "3 MB");
        assertThat(read).hasValue(3 * MEGABYTE + 1);
    }

    @Test
    void aSenderWhoBreaksOffLeavesNothing() {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(SampleFiles.pdf("a")), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });

        assertThatThrownBy(() -> files.receive(OWNER, "a.pdf", null, broken, EVERYTHING))
                .hasMessage("connection reset");
        assertThat(store.put).isEmpty();
    }

    @Test
    void whatIsLetInIsMeasuredAndWhatIsRefusedIsCountedByItsCode() throws IOException {
        byte[] pdf = SampleFiles.pdf("a");
        files.receive(OWNER, "a.pdf", null, new ByteArrayInputStream(pdf), EVERYTHING);
        files.receive(OWNER, "a.png", null, new ByteArrayInputStream(pdf), EVERYTHING);
        files.receive(OWNER, "", null, new ByteArrayInputStream(pdf), EVERYTHING);

        assertThat(uploads("accepted")).isOne();
        assertThat(uploads("EXTENSION_MISMATCH")).isOne();
        assertThat(uploads("NAME_INVALID")).isOne();
        assertThat(uploads("INFECTED")).isZero();
        assertThat(meters.get("prakat.uploads.size").counter().count()).isEqualTo(pdf.length);
    }

    private double uploads(String outcome) {
        return meters.get("prakat.uploads").tag("outcome", outcome).counter().count();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"INFECTED", "UNKNOWN"},
            value = VirusScan.Verdict.class)
    void aFileThatTheScannerDoesNotFindCleanIsNotLetIn(VirusScan.Verdict verdict) throws IOException {
        IncomingFiles scanned = new IncomingFiles(store, file -> verdict, measures);

        Refusal refusal = refusal(
                scanned.receive(OWNER, "a.pdf", null, new ByteArrayInputStream(SampleFiles.pdf("a")), EVERYTHING));

        boolean infected = verdict == VirusScan.Verdict.INFECTED;
        assertThat(refusal.code()).isEqualTo(infected ? "INFECTED" : "SCAN_UNAVAILABLE");
        assertThat(refusal.reason()).isEqualTo(infected ? Reason.UNSUPPORTED_TYPE : Reason.UNAVAILABLE);
        assertThat(store.put).isEmpty();
    }

    @Test
    void threeHundredMegabytesPassWithoutFillingTheHeap() throws Exception {
        long size = 300 * MEGABYTE;
        FileLimits limits = new FileLimits(List.of("pdf"), size);
        HeapWatch heap = new HeapWatch();
        store.whenPut = heap::watching;

        StoredFile stored = files.receive(OWNER, "ใหญ่.pdf", null, heap.watching(pdfOf(size)), limits)
                .orElseThrow();

        assertThat(stored.size()).isEqualTo(size);
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        try (InputStream generated = new DigestInputStream(pdfOf(size), sha256)) {
            generated.transferTo(OutputStream.nullOutputStream());
        }
        assertThat(stored.sha256()).isEqualTo(HexFormat.of().formatHex(sha256.digest()));
        assertThat(minio.size(Bucket.INCOMING, stored.key())).hasValue(size);
        assertThat(heap.growth()).isLessThan(64 * MEGABYTE);
        minio.delete(Bucket.INCOMING, stored.key());
    }

    @Test
    void aLargeFileThatIsRefusedInTheEndNeverAppearsInTheStore() throws IOException {
        InputStream zeros = pdfOf(40 * MEGABYTE);
        zeros.skipNBytes(20);

        Refusal refusal = refusal(files.receive(OWNER, "large.pdf", null, zeros, EVERYTHING));

        assertThat(refusal.reason()).isEqualTo(Reason.UNSUPPORTED_TYPE);
        assertThat(store.put).as("it was on its way").hasSize(1);
        assertThat(minio.size(Bucket.INCOMING, store.put.get(0))).isEmpty();
    }

    @Test
    void norDoesOneWhoseSenderBreaksOff() {
        InputStream broken = new SequenceInputStream(pdfOf(40 * MEGABYTE), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });

        assertThatThrownBy(() -> files.receive(OWNER, "large.pdf", null, broken, EVERYTHING))
                .hasMessage("connection reset");
        assertThat(store.put).hasSize(1);
        assertThat(minio.size(Bucket.INCOMING, store.put.get(0))).isEmpty();
    }

    @Test
    void aStoreThatFailsInTheMiddleIsAnOutageAndNothingIsLeft() {
        store.whenPut = content -> {
            throw new ObjectStoreUnavailable("no route to host", null);
        };

        assertThatThrownBy(() -> files.receive(OWNER, "large.pdf", null, pdfOf(40 * MEGABYTE), EVERYTHING))
                .isInstanceOf(ObjectStoreUnavailable.class);
    }

    /** A PDF of this size, all but its first line zeros. */
    private static InputStream pdfOf(long size) {
        byte[] head = utf8("%PDF-1.7\n");
        InputStream zeros = new InputStream() {
            private long left = size - head.length;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (left == 0) {
                    return -1;
                }
                int read = (int) Math.min(left, length);
                Arrays.fill(buffer, offset, offset + read, (byte) 0);
                left -= read;
                return read;
            }
        };
        return new SequenceInputStream(new ByteArrayInputStream(head), zeros);
    }

    /** Measures what is reachable on the heap while streams are read. */
    private static final class HeapWatch {

        private final long before = used();
        private long most = before;

        InputStream watching(InputStream stream) {
            return new FilterInputStream(stream) {
                private long untilNextLook = 30 * MEGABYTE;

                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    int read = super.read(buffer, offset, length);
                    untilNextLook -= read;
                    if (untilNextLook < 0) {
                        untilNextLook = 30 * MEGABYTE;
                        most = Math.max(most, used());
                    }
                    return read;
                }
            };
        }

        long growth() {
            return most - before;
        }

        private static long used() {
            System.gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }
    }

    /** The real store, with a note of what was put. */
    private static final class RecordingStore implements ObjectStore {

        private final ObjectStore store;
        private final List<String> put = new ArrayList<>();
        private UnaryOperator<InputStream> whenPut = content -> content;

        RecordingStore(ObjectStore store) {
            this.store = store;
        }

        @Override
        public void put(Bucket bucket, String key, InputStream content, long size, String mediaType) {
            put.add(key);
            store.put(bucket, key, whenPut.apply(content), size, mediaType);
        }

        @Override
        public Optional<InputStream> open(Bucket bucket, String key, long offset, OptionalLong length) {
            return store.open(bucket, key, offset, length);
        }

        @Override
        public OptionalLong size(Bucket bucket, String key) {
            return store.size(bucket, key);
        }

        @Override
        public boolean copy(Bucket from, Bucket to, String key) {
            return store.copy(from, to, key);
        }

        @Override
        public void delete(Bucket bucket, String key) {
            store.delete(bucket, key);
        }
    }

    private Result<StoredFile> receive(String name, @Nullable String declaredType, byte[] content) throws IOException {
        return files.receive(OWNER, name, declaredType, new ByteArrayInputStream(content), EVERYTHING);
    }

    private static Refusal refusal(Result<?> result) {
        assertThat(result).isInstanceOf(Result.Refused.class);
        return ((Result.Refused<?>) result).refusal();
    }

    private static List<Path> spooled() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("prakat-upload-"))
                    .sorted()
                    .toList();
        }
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] truncated(byte[] content) {
        return Arrays.copyOf(content, content.length / 2);
    }

    private static byte[] zip(Map<String, String> entries) {
        return SampleFiles.zip(entries);
    }

    /** The older Office container with this main stream, and these storages beside it. */
    private static byte[] ole2(String stream, String... storages) {
        try (POIFSFileSystem container = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            container.createDocument(new ByteArrayInputStream(new byte[8192]), stream);
            for (String storage : storages) {
                container.createDirectory(storage);
            }
            container.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] elf() {
        byte[] program = new byte[256];
        byte[] head = {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0x3E, 0};
        System.arraycopy(head, 0, program, 0, head.length);
        return program;
    }

    private static byte[] windowsProgram() {
        byte[] program = new byte[512];
        program[0] = 'M';
        program[1] = 'Z';
        program[0x3C] = (byte) 0x80;
        program[0x80] = 'P';
        program[0x81] = 'E';
        return program;
    }

    private static byte[] withMainType(String mainType) {
        return zip(Map.of(
                "[Content_Types].xml",
                "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/" + mainType
                        + "\"/></Types>"));
    }

    private static byte[] withVbaProject() {
        return zip(Map.of(
                "[Content_Types].xml",
                "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/"
                        + "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
                        + "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>"));
    }

    private static byte[] bombOfEntries() {
        Map<String, String> entries = new LinkedHashMap<>();
        for (int i = 0; i <= 10_000; i++) {
            entries.put("word/" + i + ".xml", "");
        }
        return zip(entries);
    }

    /** A small document that unpacks to two hundred megabytes. */
    private static byte[] bombOfZeros() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(utf8("<Types><Override ContentType=\"wordprocessingml.document.main+xml\"/></Types>"));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] zeros = new byte[(int) MEGABYTE];
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

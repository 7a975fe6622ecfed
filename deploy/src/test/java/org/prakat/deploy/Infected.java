package org.prakat.deploy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.prakat.testing.SampleFiles;

/** Files of types that are let in, with the EICAR test file inside: harmless, and taken for a virus by every scanner. */
final class Infected {

    /** Not in plain letters, so that no scanner on the way finds it here. */
    private static final byte[] TEST_FILE = Base64.getDecoder()
            .decode("WDVPIVAlQEFQWzRcUFpYNTQoUF4pN0NDKTd9JEVJQ0FSLVNUQU5EQVJELUFOVElWSVJVUy1URVNULUZJTEUhJEgrSCo=");

    private Infected() {}

    /** A document in which it is embedded. */
    static byte[] docx(Path folder) throws IOException {
        Path document = Files.write(folder.resolve("infected.docx"), SampleFiles.docx("embedded"));
        try (FileSystem zip = FileSystems.newFileSystem(document)) {
            Path embeddings = Files.createDirectories(zip.getPath("word", "embeddings"));
            Files.write(embeddings.resolve("object.bin"), TEST_FILE);
        }
        return Files.readAllBytes(document);
    }

    /** A page to which it is attached. */
    static byte[] pdf() throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            PDComplexFileSpecification attachment = new PDComplexFileSpecification();
            attachment.setFile("attached.txt");
            attachment.setEmbeddedFile(
                    new PDEmbeddedFile(document, new ByteArrayInputStream(TEST_FILE), COSName.FLATE_DECODE));
            PDEmbeddedFilesNameTreeNode attachments = new PDEmbeddedFilesNameTreeNode();
            attachments.setNames(Map.of("attached", attachment));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(attachments);
            document.getDocumentCatalog().setNames(names);
            document.save(out);
            return out.toByteArray();
        }
    }
}

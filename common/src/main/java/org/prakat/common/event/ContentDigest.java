package org.prakat.common.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an approval is pinned to: SHA-256 over every field of the form and the name, order and SHA-256 of every file. Each
 * value is preceded by its length, so that no two different requests have the same input.
 */
public final class ContentDigest {

    private final MessageDigest sha256;

    private ContentDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaPlatformHasIt) {
            throw new IllegalStateException(everyJavaPlatformHasIt);
        }
    }

    /** The digest, 64 lower-case hexadecimal digits. */
    public static String of(RequestForm form, List<Attachment> attachments) {
        ContentDigest digest = new ContentDigest();
        digest.add(form.title());
        digest.add(form.summary());
        digest.add(form.office());
        digest.add(form.workGroup());
        digest.add(form.category());
        digest.add(form.source());
        digest.add(form.dataPeriod().start());
        digest.add(form.dataPeriod().end());
        digest.add(form.wishedPublicationDate());
        digest.add(form.publicationPeriod().unit());
        digest.add(form.publicationPeriod().amount());
        digest.add(form.publicationPeriod().lastDay());
        digest.add(form.externalLink());
        digest.add(form.remark());
        digest.add(form.urgent());
        digest.add(form.concerning());
        form.evidence().forEach(digest::add);
        attachments.stream().sorted(Comparator.comparingInt(Attachment::order)).forEach(attachment -> {
            digest.add(attachment.order());
            digest.add(attachment.fileName());
            digest.add(attachment.sha256());
        });
        return HexFormat.of().formatHex(digest.sha256.digest());
    }

    private void add(@Nullable Object value) {
        byte[] text = value == null ? new byte[0] : value.toString().getBytes(StandardCharsets.UTF_8);
        String length = value == null ? "-:" : text.length + ":";
        sha256.update(length.getBytes(StandardCharsets.US_ASCII));
        sha256.update(text);
    }
}

package org.prakat.publishing.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.prakat.common.event.Attachment;
import org.prakat.common.storage.Bucket;
import org.prakat.common.storage.ObjectStore;
import org.prakat.publishing.domain.RemovalRecord.FileLeft;

/** Moves the files of a publication to the site and off it. Each step may be repeated after a crash. */
public final class SiteFiles {

    private final ObjectStore store;

    public SiteFiles(ObjectStore store) {
        this.store = store;
    }

    /** Copies the files to the site, if each is still the one that was approved; false when one is not. */
    boolean putOnSite(List<Attachment> files) {
        for (Attachment file : files) {
            if (!isUnchanged(file) || !store.copy(Bucket.INCOMING, Bucket.PUBLISHED, file.key())) {
                return false;
            }
        }
        return true;
    }

    private boolean isUnchanged(Attachment file) {
        return store.open(Bucket.INCOMING, file.key(), 0, OptionalLong.empty())
                .filter(content -> sha256(content).equals(file.sha256()))
                .isPresent();
    }

    /**
     * Copies the files to the archive and takes them off the site.
     *
     * @param at now, UTC
     */
    List<FileLeft> takeOffSite(List<Attachment> files, Instant at) {
        List<FileLeft> left = new ArrayList<>();
        for (Attachment file : files) {
            store.copy(Bucket.PUBLISHED, Bucket.ARCHIVE, file.key());
            store.delete(Bucket.PUBLISHED, file.key());
            left.add(new FileLeft(file.fileName(), file.sha256(), at));
        }
        return left;
    }

    /** Takes away what was copied for a publication that then did not come about; it still is where it was copied from. */
    void takeBack(List<Attachment> files) {
        files.forEach(file -> store.delete(Bucket.PUBLISHED, file.key()));
    }

    boolean isOnSite(Attachment file) {
        return store.size(Bucket.PUBLISHED, file.key()).isPresent();
    }

    void deleteFromArchive(List<Attachment> files) {
        files.forEach(file -> store.delete(Bucket.ARCHIVE, file.key()));
    }

    private static String sha256(InputStream content) {
        try (content) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[64 * 1024];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException everyJavaPlatformHasIt) {
            throw new IllegalStateException(everyJavaPlatformHasIt);
        }
    }
}

package org.prakat.request.application;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What one call brings of a file. When the line breaks, it ends there, and what came counts.
 */
public final class IncomingChunk {

    /**
     * What all of it must amount to.
     *
     * @param digest of an algorithm; it gets every byte
     * @param expected in lower-case hexadecimal digits
     */
    public record Checksum(MessageDigest digest, String expected) {

        boolean isRight() {
            return HexFormat.of().formatHex(digest.digest()).equals(expected);
        }
    }

    private final long offset;
    private final InputStream content;
    private final @Nullable Checksum checksum;
    private boolean broken;

    /**
     * @param offset where it belongs in the file
     * @param checksum absent: what came of it may be kept before all of it has come
     */
    public IncomingChunk(long offset, InputStream content, @Nullable Checksum checksum) {
        this.offset = offset;
        this.content = content;
        this.checksum = checksum;
    }

    long offset() {
        return offset;
    }

    boolean isChecked() {
        return checksum != null;
    }

    /** The next bytes, as many as there may be, fewer only at its end. */
    byte[] next(int most) {
        byte[] bytes = new byte[most];
        int filled = 0;
        try {
            int read = 0;
            while (read >= 0 && filled < most) {
                read = content.read(bytes, filled, most - filled);
                filled += Math.max(0, read);
            }
        } catch (IOException lineIsBroken) {
            broken = true;
        }
        byte[] came = filled == most ? bytes : Arrays.copyOf(bytes, filled);
        if (checksum != null) {
            checksum.digest().update(came);
        }
        return came;
    }

    boolean hasMore() {
        return next(1).length > 0;
    }

    /** Whether all of it came, as far as anybody can tell. */
    boolean isWhole() {
        return !broken;
    }

    boolean isRight() {
        return checksum == null || checksum.isRight();
    }
}

package org.prakat.request.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that another office sends ahead piece by piece.
 *
 * @param id the id of the upload that it will be
 * @param fileName as the office names it
 * @param mediaType as the office says; absent when it says nothing
 * @param length in bytes, of the whole file
 * @param pieces what came so far, in its order
 * @param announced keys under which something may lie in the store that belongs to no piece: a call was broken off there
 * @param at when it was begun, UTC
 */
public record UnfinishedUpload(
        String id,
        String office,
        String fileName,
        @Nullable String mediaType,
        long length,
        List<Piece> pieces,
        List<String> announced,
        Instant at) {

    /** How long it may take. */
    public static final Duration PATIENCE = Duration.ofDays(7);

    private static final int MOST_KEYS = 2_000;

    /**
     * Some bytes of it in the store.
     *
     * @param size in bytes
     */
    public record Piece(String key, long size) {}

    public UnfinishedUpload {
        pieces = List.copyOf(pieces);
        announced = List.copyOf(announced);
    }

    /** How many bytes are there. */
    public long offset() {
        return pieces.stream().mapToLong(Piece::size).sum();
    }

    public long missing() {
        return length - offset();
    }

    public boolean isComplete() {
        return missing() == 0;
    }

    /** Whether it came in too many crumbs to take one more. */
    public boolean isCrumbled() {
        return pieces.size() + announced.size() >= MOST_KEYS;
    }

    public Instant expiresAt() {
        return at.plus(PATIENCE);
    }

    public UnfinishedUpload with(Piece piece) {
        List<Piece> longer = new ArrayList<>(pieces);
        longer.add(piece);
        return new UnfinishedUpload(id, office, fileName, mediaType, length, longer, announced, at);
    }

    /** Everything that may lie in the store. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>(announced);
        pieces.forEach(piece -> keys.add(piece.key()));
        return keys;
    }
}

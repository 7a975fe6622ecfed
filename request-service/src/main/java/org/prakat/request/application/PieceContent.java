package org.prakat.request.application;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.OptionalLong;
import org.prakat.common.storage.Bucket;
import org.prakat.common.storage.ObjectStore;
import org.prakat.common.storage.ObjectStoreUnavailable;
import org.prakat.request.domain.UnfinishedUpload.Piece;

/** Pieces in the store, read one after the other as one file; only one of them is open at a time. */
final class PieceContent extends InputStream {

    private final ObjectStore store;
    private final Iterator<Piece> following;
    private InputStream current = InputStream.nullInputStream();

    PieceContent(ObjectStore store, Iterable<Piece> pieces) {
        this.store = store;
        this.following = pieces.iterator();
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws ObjectStoreUnavailable when the store breaks off */
    @Override
    public int read(byte[] bytes, int from, int length) {
        try {
            int read = current.read(bytes, from, length);
            while (read < 0 && following.hasNext()) {
                current.close();
                current = open(following.next());
                read = current.read(bytes, from, length);
            }
            return read;
        } catch (IOException e) {
            throw new ObjectStoreUnavailable("a piece cannot be read", e);
        }
    }

    private InputStream open(Piece piece) {
        return store.open(Bucket.INCOMING, piece.key(), 0, OptionalLong.empty())
                .orElseThrow(() -> new ObjectStoreUnavailable("a piece is not there: " + piece.key(), null));
    }

    @Override
    public void close() throws IOException {
        current.close();
    }
}

package org.prakat.common.storage;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file on the disk of this machine that is written by one thread while another reads it. The reader's stream ends only
 * once the file was accepted; if it is refused instead, the stream fails.
 */
final class Spool implements Closeable {

    private enum Fate {
        OPEN,
        ACCEPTED,
        REFUSED
    }

    private final Path file;
    private final FileChannel channel;
    private long size;
    private Fate fate = Fate.OPEN;

    private Spool(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static Spool create() throws IOException {
        Path file = Files.createTempFile("prakat-upload-", ".part");
        try {
            return new Spool(file, FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
        } catch (IOException e) {
            Files.delete(file);
            throw e;
        }
    }

    Path file() {
        return file;
    }

    synchronized long size() {
        return size;
    }

    void write(byte[] bytes, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        long position = size();
        while (buffer.hasRemaining()) {
            position += channel.write(buffer, position);
        }
        grow(position);
    }

    private synchronized void grow(long written) {
        size = written;
        notifyAll();
    }

    void accept() {
        end(Fate.ACCEPTED);
    }

    void refuse() {
        end(Fate.REFUSED);
    }

    private synchronized void end(Fate decided) {
        if (fate == Fate.OPEN) {
            fate = decided;
            notifyAll();
        }
    }

    /** What is written, from the first byte on, as it is written. */
    InputStream follow() {
        return new InputStream() {

            private long position;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                long there = awaitBeyond(position);
                if (there <= position) {
                    return -1;
                }
                int wanted = (int) Math.min(length, there - position);
                int read = channel.read(ByteBuffer.wrap(bytes, from, wanted), position);
                position += Math.max(0, read);
                return read;
            }
        };
    }

    private synchronized long awaitBeyond(long position) throws IOException {
        try {
            while (size <= position && fate == Fate.OPEN) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the file");
        }
        if (fate == Fate.REFUSED) {
            throw new IOException("the file was refused");
        }
        return size;
    }

    /** Whoever still follows it gets no more. */
    @Override
    public void close() throws IOException {
        refuse();
        try {
            channel.close();
        } finally {
            Files.delete(file);
        }
    }
}

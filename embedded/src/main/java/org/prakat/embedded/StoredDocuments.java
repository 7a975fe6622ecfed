package org.prakat.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Documents in the file as BSON, where the library would let Java serialize them. */
final class StoredDocuments extends BasicDataType<Document> {

    private static final int IN_MEMORY_FOR_EACH_BYTE = 4;

    /** Of the size of a document in the file; a document that nobody has written yet has no other to go by. */
    private volatile int average = 1000;

    @Override
    public int getMemory(Document document) {
        return average * IN_MEMORY_FOR_EACH_BYTE;
    }

    @Override
    public void write(WriteBuffer file, Document document) {
        ByteBuf bson = Unpooled.buffer(average);
        BsonEncoder.encodeDocument(document, bson);
        int size = bson.readableBytes();
        average = (average * 15 + size) / 16;
        file.putVarInt(size).put(bson.array(), bson.arrayOffset(), size);
    }

    @Override
    public Document read(ByteBuffer file) {
        int size = DataUtils.readVarInt(file);
        ByteBuffer bson = file.slice(file.position(), size);
        file.position(file.position() + size);
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}

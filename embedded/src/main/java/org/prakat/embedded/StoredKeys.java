package org.prakat.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;

/** Keys of an index, ordered value by value. The library would serialize both sides of every comparison. */
final class StoredKeys extends BasicDataType<KeyValue> {

    private static final ObjectDataType VALUES = new ObjectDataType();
    private static final int OVERHEAD = 48;

    @Override
    public int compare(KeyValue left, KeyValue right) {
        int shared = Math.min(left.size(), right.size());
        for (int i = 0; i < shared; i++) {
            int order = VALUES.compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    @Override
    public int getMemory(KeyValue key) {
        int memory = OVERHEAD;
        for (Object value : key) {
            memory += VALUES.getMemory(value);
        }
        return memory;
    }

    @Override
    public void write(WriteBuffer file, KeyValue key) {
        file.putVarInt(key.size());
        for (Object value : key) {
            VALUES.write(file, value);
        }
    }

    @Override
    public KeyValue read(ByteBuffer file) {
        int size = DataUtils.readVarInt(file);
        List<Object> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(VALUES.read(file));
        }
        return new KeyValue(values);
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }
}

package org.prakat.common.storage;

import java.time.Duration;
import org.prakat.testing.BackingServers;

/** A store of its own, on the backing servers, for one test class. */
public final class TestObjectStore {

    private TestObjectStore() {}

    public static MinioObjectStore named(String prefix) {
        BackingServers servers = BackingServers.get();
        return new MinioObjectStore(new ObjectStoreProperties(
                servers.objectStoreEndpoint(),
                servers.accessKey(),
                servers.secretKey(),
                prefix,
                true,
                Duration.ofSeconds(30)));
    }
}

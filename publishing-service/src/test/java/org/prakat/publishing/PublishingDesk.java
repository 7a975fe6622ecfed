package org.prakat.publishing;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.Text;
import org.prakat.common.reference.ReferenceData;
import org.prakat.common.storage.Bucket;
import org.prakat.common.storage.ObjectStore;
import org.prakat.common.testing.ServiceUnderTest;
import org.prakat.common.testing.ServiceUnderTest.Answer;
import org.prakat.publishing.domain.Samples;
import org.prakat.testing.SteppedClock;

/** The service on its own, and a webmaster who publishes what approvers hand over. */
final class PublishingDesk implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final Map<String, Object> CHECKED = Map.of("checked", true);
    static final Identity WEBMASTER = new Identity(Samples.WEBMASTER, Samples.OFFICE, null, Set.of(Role.WEBMASTER));

    private final ServiceUnderTest service;

    private PublishingDesk(ServiceUnderTest service) {
        this.service = service;
    }

    static PublishingDesk open(String name, SteppedClock clock, Map<String, Object> settings, String... categories) {
        ServiceUnderTest service =
                ServiceUnderTest.start(PublishingServiceApplication.application(), name, clock, settings);
        service.tell(Samples.WEBMASTERS_ORDER);
        for (String id : categories) {
            service.tell(new CategoryDefined(
                    id, 1, Samples.OFFICE, new Text("หมวด " + id, id), 1, List.of(Samples.GUIDELINE), true));
        }
        ReferenceData reference = service.bean(ReferenceData.class);
        await().atMost(PATIENCE)
                .until(() -> Arrays.stream(categories)
                                .allMatch(id -> reference.category(id).isPresent())
                        && !reference.ordersOf(Samples.WEBMASTER.id()).isEmpty());
        return new PublishingDesk(service);
    }

    ServiceUnderTest service() {
        return service;
    }

    Attachment store(String id, String fileName, byte[] content) throws Exception {
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        String key = id + "/f1";
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1);
        service.bean(ObjectStore.class)
                .put(Bucket.INCOMING, key, new ByteArrayInputStream(content), content.length, "application/pdf");
        return new Attachment("f1", fileName, extension, "application/pdf", content.length, 1, sha256, key);
    }

    void assign(String id, String title, String category, PublicationPeriod period, List<Attachment> files) {
        service.tell(Samples.approved(id, 1, title, category, period, files));
        awaitAssigned(id);
    }

    void awaitAssigned(String id) {
        await().atMost(PATIENCE)
                .until(() -> service.get(WEBMASTER, "/api/publications/" + id).status() == 200);
    }

    Answer publish(String id) {
        return post(id, "/publication", CHECKED);
    }

    /** What the webmaster does to the version that is there now. */
    Answer post(String id, String what, Map<String, Object> body) {
        String path = "/api/publications/" + id;
        return service.post(WEBMASTER, path + what, service.get(WEBMASTER, path).tag(), body);
    }

    @Override
    public void close() {
        service.close();
    }
}

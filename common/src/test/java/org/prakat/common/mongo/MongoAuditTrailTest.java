package org.prakat.common.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prakat.common.audit.AuditEntry;
import org.prakat.common.audit.AuditSeal;
import org.prakat.common.audit.AuditTrail.Numbered;
import org.prakat.common.audit.AuditTrail.Query;
import org.prakat.common.audit.ChainLink;
import org.prakat.common.audit.Checkpoint;
import org.prakat.common.audit.Verification;
import org.prakat.common.audit.Verification.Break;
import org.prakat.common.audit.Verification.Fault;
import org.prakat.common.domain.Page;

class MongoAuditTrailTest {

    private static final Instant NOW = Instant.parse("2026-11-25T03:04:05.678Z");
    private static final String OFFICE = TestDatabase.CALLER.office();
    private static final Query EVERYTHING = new Query(null, null, null, null, null);

    private final MongoDatabase database = TestDatabase.empty("mongo-audit-trail-test");
    private final MongoCollection<Document> links = database.getCollection("audit");
    private final MongoCollection<Document> heads = database.getCollection("audit_heads");
    private MongoAuditTrail trail;

    @BeforeEach
    void fourEntries() {
        trail = TestDatabase.trail(database);
        IntStream.rangeClosed(1, 4).forEach(version -> trail.append(entry(version)));
    }

    private static AuditEntry entry(int version) {
        return AuditEntry.of("requests/r/" + version, "requests.changed", TestDatabase.CALLER, NOW, List.of());
    }

    private Verification verify(Checkpoint... kept) {
        return trail.verify(OFFICE, List.of(kept));
    }

    private Break broken(Checkpoint... kept) {
        Break broken = verify(kept).broken();
        assertThat(broken).isNotNull();
        return Objects.requireNonNull(broken);
    }

    @Test
    void anUntouchedTrailIsIntact() {
        assertThat(verify()).isEqualTo(new Verification("test-service", OFFICE, 4, null));
        assertThat(verify(trail.checkpoint(OFFICE)).isIntact()).isTrue();
    }

    @Test
    void anEntryIsAddedOnce() {
        trail.append(entry(2));

        assertThat(verify().entries()).isEqualTo(4);
    }

    @Test
    void manyAreAddedAtOnceEachOnceAndBehindWhatSomebodyElseAdded() {
        MongoAuditTrail other = TestDatabase.trail(database);
        trail.appendAll(List.of(entry(5), entry(6)));
        heads.updateOne(eq("_id", OFFICE), set("number", 4L));
        other.appendAll(List.of(entry(7), entry(3), entry(8)));

        assertThat(verify()).isEqualTo(new Verification("test-service", OFFICE, 8, null));
    }

    @Test
    void eachOfficeHasAChainOfItsOwn() {
        trail.append(new AuditEntry("x/1/1", "another", NOW, "x.added", null, null, null, null, List.of()));

        assertThat(trail.offices()).containsExactlyInAnyOrder(OFFICE, "another");
        assertThat(trail.verify("another", List.of()).entries()).isEqualTo(1);
        assertThat(verify().entries()).isEqualTo(4);
    }

    @Test
    void replicasThatAppendAtTheSameTimeLeaveNoGapAndNoDouble() throws ExecutionException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> appending = new ArrayList<>();
        for (int replica = 0; replica < 4; replica++) {
            MongoAuditTrail own = TestDatabase.trail(database);
            appending.add(threads.submit(() -> IntStream.range(0, 10)
                    .forEach(i -> own.appendAll(List.of(entry(3 * i), entry(3 * i + 1), entry(3 * i + 2))))));
        }
        for (Future<?> each : appending) {
            each.get();
        }
        threads.shutdown();

        assertThat(verify()).isEqualTo(new Verification("test-service", OFFICE, 30, null));
    }

    @Test
    void whatACrashKeptFromTheHeadIsFoundBehindIt() {
        heads.updateOne(eq("_id", OFFICE), set("number", 2L));

        assertThat(verify().isIntact()).isTrue();
        trail.append(entry(5));
        assertThat(verify()).isEqualTo(new Verification("test-service", OFFICE, 5, null));
    }

    @Test
    void aChangedBodyIsNamed() {
        Document second = links.find(eq("_id", "requests/r/2")).first();
        String forged = Objects.requireNonNull(second).getString("body").replace("มาลี", "สมศรี");
        links.updateOne(eq("_id", "requests/r/2"), set("body", forged));

        assertThat(broken()).isEqualTo(new Break(2, Fault.CHANGED, "requests/r/2"));
        assertThat(verify().entries()).isEqualTo(1);
    }

    @Test
    void whatStandsBesideTheBodyToBeSearchedByCannotBeChangedEither() {
        links.updateOne(eq("_id", "requests/r/3"), set("by", "somebody-else"));

        assertThat(broken()).isEqualTo(new Break(3, Fault.CHANGED, "requests/r/3"));
    }

    @Test
    void anEntryThatIsTakenOutIsMissed() {
        links.deleteOne(eq("_id", "requests/r/3"));

        assertThat(broken().number()).isEqualTo(3);
        assertThat(broken().fault()).isEqualTo(Fault.MISSING);
    }

    @Test
    void aChainThatIsMadeAnewWithAnotherKeyIsNotOurs() {
        links.deleteMany(new Document());
        heads.deleteMany(new Document());
        AuditSeal forger = new AuditSeal(List.of(TestDatabase.key('f')));
        MongoAuditTrail forged = new MongoAuditTrail(database, forger, "test-service", () -> NOW);
        IntStream.rangeClosed(1, 4).forEach(version -> forged.append(entry(version)));

        assertThat(broken()).isEqualTo(new Break(1, Fault.CHANGED, "requests/r/1"));
    }

    @Test
    void aKeyThatHasBeenReplacedStillVerifiesWhatItSealed() {
        AuditSeal changed = new AuditSeal(List.of(TestDatabase.key('n'), TestDatabase.key('k')));
        MongoAuditTrail later = new MongoAuditTrail(database, changed, "test-service", () -> NOW);
        later.append(entry(5));

        assertThat(later.verify(OFFICE, List.of())).isEqualTo(new Verification("test-service", OFFICE, 5, null));
        assertThat(verify().entries()).isEqualTo(4);
        assertThat(broken().fault()).isEqualTo(Fault.CHANGED);
    }

    @Test
    void aTailThatIsCutOffShowsByTheHead() {
        cutOffAfterTwo();

        assertThat(broken()).isEqualTo(new Break(3, Fault.CUT_OFF, null));
    }

    @Test
    void aTailThatIsCutOffTogetherWithTheHeadShowsByTheCheckpoint() {
        Checkpoint kept = trail.checkpoint(OFFICE);
        cutOffAfterTwo();
        heads.deleteMany(new Document());

        assertThat(verify().isIntact()).isTrue();
        assertThat(broken(kept)).isEqualTo(new Break(3, Fault.CUT_OFF, null));
    }

    @Test
    void anotherChainThanTheOneAtTheCheckpointShows() {
        Checkpoint kept = trail.checkpoint(OFFICE);
        cutOffAfterTwo();
        heads.deleteMany(new Document());
        IntStream.rangeClosed(13, 14).forEach(version -> trail.append(entry(version)));

        assertThat(verify().isIntact()).isTrue();
        assertThat(broken(kept)).isEqualTo(new Break(4, Fault.NOT_AS_AT_CHECKPOINT, "requests/r/14"));
    }

    @Test
    void aForgedCheckpointIsCalledOne() {
        Checkpoint forged =
                new AuditSeal(List.of(TestDatabase.key('f'))).checkpoint("test-service", OFFICE, 4, "seal", NOW);

        assertThat(broken(forged).fault()).isEqualTo(Fault.FORGED_CHECKPOINT);
    }

    @Test
    void checkpointsOfOtherTrailsSayNothingHere() {
        Checkpoint other = TestDatabase.SEAL.checkpoint("another-service", OFFICE, 9, "seal", NOW);

        assertThat(verify(other).isIntact()).isTrue();
    }

    @Test
    void aVersionThatNoEntryTellsOfIsNamed() {
        trail.tellsOf(each -> {
            each.accept(new MongoAuditTrail.Version(OFFICE, "requests/r/4"));
            each.accept(new MongoAuditTrail.Version("another", "requests/q/1"));
        });
        assertThat(verify().isIntact()).isTrue();

        trail.tellsOf(each -> each.accept(new MongoAuditTrail.Version(OFFICE, "requests/s/7")));
        assertThat(broken()).isEqualTo(new Break(5, Fault.NOT_TOLD, "requests/s/7"));
    }

    @Test
    void theListHasTheNewestFirstInPages() {
        Page<Numbered> first = trail.list(OFFICE, EVERYTHING, null, 3);
        Page<Numbered> second = trail.list(OFFICE, EVERYTHING, first.next(), 3);

        assertThat(first.items()).extracting(Numbered::number).containsExactly(4L, 3L, 2L);
        assertThat(second.items()).extracting(Numbered::number).containsExactly(1L);
        assertThat(second.items().get(0).entry()).isEqualTo(entry(1));
    }

    @Test
    void theListIsLimitedByWhatIsAsked() {
        AuditEntry withdrawn = new AuditEntry(
                "requests/q/1", OFFICE, NOW.plusSeconds(60), "request.withdrawn.v1", null, null, null, "e", List.of());
        trail.append(withdrawn);

        assertThat(found(new Query("requests/q", null, null, null, null))).containsExactly(5L);
        assertThat(found(new Query(null, TestDatabase.CALLER.person().id(), null, null, null)))
                .containsExactly(4L, 3L, 2L, 1L);
        assertThat(found(new Query(null, null, "request.withdrawn.v1", null, null)))
                .containsExactly(5L);
        assertThat(found(new Query(null, null, null, NOW.plusSeconds(1), null))).containsExactly(5L);
        assertThat(found(new Query(null, null, null, null, NOW))).isEmpty();
    }

    private List<Long> found(Query query) {
        return trail.list(OFFICE, query, null, 10).items().stream()
                .map(Numbered::number)
                .toList();
    }

    @Test
    void theExportHasEveryLinkInItsOrder() {
        List<ChainLink> exported = new ArrayList<>();
        trail.forEach(OFFICE, exported::add);

        assertThat(exported).extracting(ChainLink::number).containsExactly(1L, 2L, 3L, 4L);
        assertThat(exported).allMatch(TestDatabase.SEAL::isGenuine);
    }

    private void cutOffAfterTwo() {
        links.deleteMany(gt("_id", "requests/r/2"));
    }
}

package org.prakat.common.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentDigestTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
    private static final DataPeriod OCTOBER = new DataPeriod(DAY, LocalDate.of(2026, 10, 31));
    private static final PublicationPeriod QUARTER = PublicationPeriod.days(90);

    @Test
    void anyOtherValueInAnyFieldGivesAnotherDigest() {
        List<RequestForm> forms = List.of(
                form("a", "b", "s", OCTOBER, DAY, QUARTER, "https://x", "r", false),
                form("ab", "", "s", OCTOBER, DAY, QUARTER, "https://x", "r", false),
                form("", "ab", "s", OCTOBER, DAY, QUARTER, "https://x", "r", false),
                form("a", "b", "t", OCTOBER, DAY, QUARTER, "https://x", "r", false),
                form("a", "b", "s", new DataPeriod(DAY, DAY), DAY, QUARTER, "https://x", "r", false),
                form("a", "b", "s", OCTOBER, null, QUARTER, "https://x", "r", false),
                form("a", "b", "s", OCTOBER, DAY, PublicationPeriod.months(90), "https://x", "r", false),
                form("a", "b", "s", OCTOBER, DAY, PublicationPeriod.until(DAY), "https://x", "r", false),
                form("a", "b", "s", OCTOBER, DAY, QUARTER, null, "r", false),
                form("a", "b", "s", OCTOBER, DAY, QUARTER, "", "r", false),
                form("a", "b", "s", OCTOBER, DAY, QUARTER, "https://x", null, false),
                form("a", "b", "s", OCTOBER, DAY, QUARTER, "https://x", "r", true));

        Set<String> digests = new HashSet<>();
        forms.forEach(form -> digests.add(ContentDigest.of(form, List.of())));

        assertThat(digests).hasSameSizeAs(forms).allMatch(digest -> digest.matches("[0-9a-f]{64}"));
    }

    @Test
    void whatItConcernsAndWhereItIsEvidenceCount() {
        RequestForm form = form("a", "b", "s", OCTOBER, DAY, QUARTER, null, null, false);
        List<RequestForm> forms = List.of(
                form,
                amending(form, new Concern(Concern.Kind.EXTEND, "p1"), List.of()),
                amending(form, new Concern(Concern.Kind.EXTEND, "p2"), List.of()),
                amending(form, new Concern(Concern.Kind.REMOVE, "p1"), List.of()),
                amending(form, null, List.of(new EvidenceTag("MOIT 5", 2569, 1))),
                amending(form, null, List.of(new EvidenceTag("MOIT 5", 2569, null))));

        assertThat(forms.stream().map(any -> ContentDigest.of(any, List.of()))).doesNotHaveDuplicates();
    }

    private static RequestForm amending(RequestForm form, @Nullable Concern concern, List<EvidenceTag> evidence) {
        return new RequestForm(
                form.title(),
                form.summary(),
                form.office(),
                form.workGroup(),
                form.category(),
                form.source(),
                form.dataPeriod(),
                form.wishedPublicationDate(),
                form.publicationPeriod(),
                form.externalLink(),
                form.remark(),
                form.urgent(),
                concern,
                evidence);
    }

    @Test
    void theNameOrderAndContentOfEveryFileCount() {
        RequestForm form = form("a", "b", "s", OCTOBER, DAY, QUARTER, null, null, false);
        Stream<List<Attachment>> files = Stream.of(
                List.of(),
                List.of(file("x.pdf", 1, "aa")),
                List.of(file("y.pdf", 1, "aa")),
                List.of(file("x.pdf", 1, "bb")),
                List.of(file("x.pdf", 1, "aa"), file("y.pdf", 2, "bb")),
                List.of(file("x.pdf", 2, "aa"), file("y.pdf", 1, "bb")));

        assertThat(files.map(attachments -> ContentDigest.of(form, attachments)))
                .doesNotHaveDuplicates();
    }

    @Test
    void theOrderInWhichFilesAreListedDoesNotCount() {
        RequestForm form = form("a", "b", "s", OCTOBER, DAY, QUARTER, null, null, false);
        Attachment first = file("x.pdf", 1, "aa");
        Attachment second = file("y.pdf", 2, "bb");

        assertThat(ContentDigest.of(form, List.of(second, first)))
                .isEqualTo(ContentDigest.of(form, List.of(first, second)));
    }

    private static Attachment file(String name, int order, String sha256) {
        return new Attachment("id-" + name, name, "pdf", "application/pdf", 1, order, sha256, "key");
    }

    private static RequestForm form(
            String title,
            String summary,
            String source,
            DataPeriod dataPeriod,
            LocalDate wished,
            PublicationPeriod period,
            String link,
            String remark,
            boolean urgent) {
        return new RequestForm(
                title,
                summary,
                "office",
                "group",
                "category",
                source,
                dataPeriod,
                wished,
                period,
                link,
                remark,
                urgent,
                null,
                List.of());
    }
}

package org.prakat.publishing.adapter.in.site;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.DataPeriod;
import org.prakat.common.event.Text;
import org.prakat.publishing.domain.Correction;
import org.prakat.publishing.domain.CurrencyCheck;
import org.prakat.publishing.domain.Publication;
import org.prakat.publishing.domain.Standing;

/**
 * An item as anybody may see it: all that a publication must state, and nothing more.
 *
 * @param address its permanent path
 * @param expiresAt UTC; absent when it has no end, or its removal is held
 * @param lastChanged when what is read here last changed, UTC
 * @param lastConfirmedCurrent when somebody last checked that it is current, UTC (3.3)
 * @param lastCorrected when a slip in the text was last put right, UTC
 */
record ItemView(
        String id,
        String address,
        String title,
        String summary,
        String source,
        DataPeriod dataPeriod,
        String category,
        Text categoryName,
        Text workGroup,
        int fiscalYear,
        int publishingOrder,
        Instant publishedFrom,
        @Nullable Instant expiresAt,
        Instant lastChanged,
        @Nullable Instant lastConfirmedCurrent,
        @Nullable Instant lastCorrected,
        @Nullable String externalLink,
        List<FileView> files,
        List<EarlierVersion> earlierVersions) {

    /**
     * What stood at this address before.
     *
     * @param publishedFrom UTC
     * @param replacedAt UTC
     */
    record EarlierVersion(String title, Instant publishedFrom, Instant replacedAt) {}

    /**
     * A file of the item.
     *
     * @param size in bytes
     */
    record FileView(
            int order, String fileName, String extension, String mediaType, long size, String sha256, String address) {

        static FileView of(Attachment file, String address) {
            return new FileView(
                    file.order(),
                    file.fileName(),
                    file.extension(),
                    file.mediaType(),
                    file.size(),
                    file.sha256(),
                    address);
        }

        /** Whether the size as people read it is the exact one already. */
        public boolean isCountedInBytes() {
            return size < 1024;
        }

        /** The size as people read it. */
        public String sizeText() {
            if (isCountedInBytes()) {
                return size + " B";
            }
            double kibibytes = size / 1024.0;
            return kibibytes < 1024
                    ? String.format(Locale.ROOT, "%.0f KB", kibibytes)
                    : String.format(Locale.ROOT, "%.1f MB", kibibytes / 1024);
        }
    }

    /** The extensions of its files as people read them, each once. */
    public List<String> fileTypes() {
        return files.stream().map(file -> "." + file.extension()).distinct().toList();
    }

    /** The office's date of the publication. */
    public LocalDate publicationDay() {
        return OfficeZone.dateOf(publishedFrom);
    }

    static ItemView of(Publication publication, SiteNames names) {
        return of(publication, names, file -> publication.address() + "/files/" + file.order());
    }

    /** @param addresses of its files: before it is published they are elsewhere */
    static ItemView of(Publication publication, SiteNames names, Function<Attachment, String> addresses) {
        Standing standing = Objects.requireNonNull(publication.standing());
        return new ItemView(
                publication.id(),
                publication.address(),
                publication.text(Correction.Field.TITLE),
                publication.text(Correction.Field.SUMMARY),
                publication.text(Correction.Field.SOURCE),
                publication.assignment().form().dataPeriod(),
                publication.assignment().category(),
                names.category(publication.assignment().category()),
                names.workGroup(publication.assignment().form().workGroup()),
                standing.fiscalYear(),
                standing.publishingOrder(),
                standing.publishedFrom(),
                publication.publicUntil(),
                Objects.requireNonNull(publication.lastChanged()),
                last(publication.upkeep().currencyChecks(), CurrencyCheck::at),
                last(publication.upkeep().corrections(), Correction::at),
                publication.assignment().form().externalLink(),
                publication.assignment().attachments().stream()
                        .map(file -> FileView.of(file, addresses.apply(file)))
                        .toList(),
                publication.upkeep().versions().stream()
                        .map(version -> new EarlierVersion(
                                version.assignment().form().title(), version.publishedFrom(), version.replacedAt()))
                        .toList());
    }

    private static <T> @Nullable Instant last(List<T> list, Function<T, Instant> at) {
        return list.isEmpty() ? null : at.apply(list.get(list.size() - 1));
    }
}

package org.prakat.common.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a gateway asks publishing-service which of the pages that it keeps are still the same: for many of them at once, what a call with
 * {@code If-None-Match} would ask for each (RFC 9110, section 13.1.2).
 */
public final class UnchangedPages {

    public static final String PATH = "/unchanged-pages";

    /** Of so many it may be asked at once. */
    public static final int MOST = 500;

    private UnchangedPages() {}

    /** @param pages at most {@link #MOST} */
    public record Question(List<Kept> pages) {

        public Question {
            pages = List.copyOf(pages);
        }
    }

    /**
     * A page that somebody keeps.
     *
     * @param tag the entity tag that it came with
     */
    public record Kept(PublicPage page, String tag) {

        public Kept {
            Objects.requireNonNull(page, "page");
            Objects.requireNonNull(tag, "tag");
        }
    }

    /** @param maxAges in the order of the question: for how many seconds it may still be kept; null: it has to be read anew */
    public record Answer(List<@Nullable Long> maxAges) {

        public Answer {
            Objects.requireNonNull(maxAges, "maxAges");
        }
    }
}

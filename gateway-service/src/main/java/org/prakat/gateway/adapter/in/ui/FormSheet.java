package org.prakat.gateway.adapter.in.ui;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the office's form says, box by box, in one language. The page and the PDF show it; neither decides what stands there.
 *
 * @param number of the request
 * @param headings below the title: the office, and the announcement that the form belongs to
 * @param published where it stands on the site since when; null while it does not
 * @param signatures the owner's, the approver's and the webmaster's
 */
public record FormSheet(
        Locale language,
        String number,
        String title,
        String subject,
        List<String> headings,
        List<Box> boxes,
        String checksTitle,
        List<Check> checks,
        @Nullable Decision decision,
        @Nullable String published,
        List<Signature> signatures) {

    /**
     * A field.
     *
     * @param text empty where nothing was filled in, or where the items are listed
     * @param wide whether it takes the whole width where there are columns
     */
    public record Box(String label, String text, List<String> items, boolean wide) {}

    /** A check of the procedure with what came of it. */
    public record Check(String label, String outcome) {}

    /**
     * What the approver decided.
     *
     * @param details to whom it was assigned, and the approver's remark
     */
    public record Decision(String outcome, List<String> details, List<String> reasons) {}

    /**
     * A signature block.
     *
     * @param signed the line to sign on, with the name of who has
     * @param lines what stands below it
     */
    public record Signature(String role, String signed, List<String> lines) {}
}

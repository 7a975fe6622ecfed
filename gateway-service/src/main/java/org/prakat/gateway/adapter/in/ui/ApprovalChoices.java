package org.prakat.gateway.adapter.in.ui;

import java.util.List;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.Person;

/** What a decision may choose from, as approval-service shows it. */
public record ApprovalChoices(List<Reason> reasons, List<Person> webmasters, List<CategoryDefined> categories) {

    /** Why something may be turned back, in the reader's language. */
    public record Reason(String code, String text) {}
}

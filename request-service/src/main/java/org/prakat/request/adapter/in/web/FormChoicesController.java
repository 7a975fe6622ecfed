package org.prakat.request.adapter.in.web;

import java.util.List;
import org.prakat.common.domain.Identity;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.WorkGroupDefined;
import org.prakat.request.application.ReadRequests;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the form offers to choose from, with the guideline of each category. */
@RestController
class FormChoicesController {

    /** The work groups of the caller's office, and the categories that new requests may name. */
    record Choices(List<WorkGroupDefined> workGroups, List<CategoryDefined> categories) {}

    private final ReadRequests read;

    FormChoicesController(ReadRequests read) {
        this.read = read;
    }

    @GetMapping("/api/form-choices")
    Choices choices(Identity who) {
        return new Choices(read.workGroups(who), read.categories(who));
    }
}

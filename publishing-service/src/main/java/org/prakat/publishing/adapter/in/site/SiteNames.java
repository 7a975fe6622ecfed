package org.prakat.publishing.adapter.in.site;

import java.util.List;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.OfficeDefined;
import org.prakat.common.event.Text;
import org.prakat.common.event.WorkGroupDefined;
import org.prakat.common.reference.ReferenceData;

/** The names of things on the site; where one is not known yet, its id stands in. */
final class SiteNames {

    private final ReferenceData reference;
    private final String office;

    /** @param office whose site it is */
    SiteNames(ReferenceData reference, String office) {
        this.reference = reference;
        this.office = office;
    }

    Text office() {
        return reference.office(office).map(OfficeDefined::name).orElse(new Text(office, office));
    }

    Text category(String id) {
        return reference.category(id).map(CategoryDefined::name).orElse(new Text(id, id));
    }

    boolean hasCategory(String id) {
        return reference.category(id).isPresent();
    }

    Text workGroup(String id) {
        return reference.workGroup(id).map(WorkGroupDefined::name).orElse(new Text(id, id));
    }

    List<CategoryDefined> categories() {
        return reference.categories(office);
    }
}

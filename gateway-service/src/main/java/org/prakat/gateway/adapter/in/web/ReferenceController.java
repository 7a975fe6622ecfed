package org.prakat.gateway.adapter.in.web;

import static org.prakat.common.web.RefusedException.orRefuse;

import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.OfficeDefined;
import org.prakat.common.event.PublicHolidaysDefined;
import org.prakat.common.event.ReasonsDefined;
import org.prakat.common.event.ReferenceEvent;
import org.prakat.common.event.WorkGroupDefined;
import org.prakat.common.web.EntityVersion;
import org.prakat.common.web.PageRequest;
import org.prakat.gateway.application.AdministerReference;
import org.prakat.gateway.domain.AppointmentOrderDefinition;
import org.prakat.gateway.domain.CategoryDefinition;
import org.prakat.gateway.domain.OfficeDefinition;
import org.prakat.gateway.domain.PublicHolidaysDefinition;
import org.prakat.gateway.domain.ReasonsDefinition;
import org.prakat.gateway.domain.WorkGroupDefinition;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Offices, work groups, categories, appointment orders, holidays and reasons, for administrators. A PUT without {@code If-Match} makes a new
 * thing under an id that the administrator chooses; with it, it changes the version that was read.
 */
@RestController
@RequestMapping("/api/admin")
class ReferenceController {

    private final AdministerReference<OfficeDefined> offices;
    private final AdministerReference<WorkGroupDefined> workGroups;
    private final AdministerReference<CategoryDefined> categories;
    private final AdministerReference<AppointmentOrderDefined> orders;
    private final AdministerReference<PublicHolidaysDefined> holidays;
    private final AdministerReference<ReasonsDefined> reasons;

    ReferenceController(
            AdministerReference<OfficeDefined> offices,
            AdministerReference<WorkGroupDefined> workGroups,
            AdministerReference<CategoryDefined> categories,
            AdministerReference<AppointmentOrderDefined> orders,
            AdministerReference<PublicHolidaysDefined> holidays,
            AdministerReference<ReasonsDefined> reasons) {
        this.offices = offices;
        this.workGroups = workGroups;
        this.categories = categories;
        this.orders = orders;
        this.holidays = holidays;
        this.reasons = reasons;
    }

    @GetMapping("/offices")
    Page<OfficeDefined> offices(Identity who, PageRequest page) {
        return list(offices, who, page);
    }

    @GetMapping("/offices/{id}")
    ResponseEntity<OfficeDefined> office(Identity who, @PathVariable String id) {
        return answer(offices.read(who, id));
    }

    @PutMapping("/offices/{id}")
    ResponseEntity<OfficeDefined> define(
            Identity who,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable EntityVersion seen,
            @RequestBody OfficeDefinition definition) {
        return answer(offices.define(who, id, number(seen), definition));
    }

    @GetMapping("/work-groups")
    Page<WorkGroupDefined> workGroups(Identity who, PageRequest page) {
        return list(workGroups, who, page);
    }

    @GetMapping("/work-groups/{id}")
    ResponseEntity<WorkGroupDefined> workGroup(Identity who, @PathVariable String id) {
        return answer(workGroups.read(who, id));
    }

    @PutMapping("/work-groups/{id}")
    ResponseEntity<WorkGroupDefined> define(
            Identity who,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable EntityVersion seen,
            @RequestBody WorkGroupDefinition definition) {
        return answer(workGroups.define(who, id, number(seen), definition));
    }

    @GetMapping("/categories")
    Page<CategoryDefined> categories(Identity who, PageRequest page) {
        return list(categories, who, page);
    }

    @GetMapping("/categories/{id}")
    ResponseEntity<CategoryDefined> category(Identity who, @PathVariable String id) {
        return answer(categories.read(who, id));
    }

    @PutMapping("/categories/{id}")
    ResponseEntity<CategoryDefined> define(
            Identity who,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable EntityVersion seen,
            @RequestBody CategoryDefinition definition) {
        return answer(categories.define(who, id, number(seen), definition));
    }

    @GetMapping("/appointment-orders")
    Page<AppointmentOrderDefined> orders(Identity who, PageRequest page) {
        return list(orders, who, page);
    }

    @GetMapping("/appointment-orders/{id}")
    ResponseEntity<AppointmentOrderDefined> order(Identity who, @PathVariable String id) {
        return answer(orders.read(who, id));
    }

    @PutMapping("/appointment-orders/{id}")
    ResponseEntity<AppointmentOrderDefined> define(
            Identity who,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable EntityVersion seen,
            @RequestBody AppointmentOrderDefinition definition) {
        return answer(orders.define(who, id, number(seen), definition));
    }

    @GetMapping("/public-holidays/{office}")
    ResponseEntity<PublicHolidaysDefined> publicHolidays(Identity who, @PathVariable String office) {
        return answer(holidays.read(who, office));
    }

    @PutMapping("/public-holidays/{office}")
    ResponseEntity<PublicHolidaysDefined> define(
            Identity who,
            @PathVariable String office,
            @RequestHeader(name = "If-Match", required = false) @Nullable EntityVersion seen,
            @RequestBody PublicHolidaysDefinition definition) {
        return answer(holidays.define(who, office, number(seen), definition));
    }

    @GetMapping("/reasons/{office}")
    ResponseEntity<ReasonsDefined> reasons(Identity who, @PathVariable String office) {
        return answer(reasons.read(who, office));
    }

    @PutMapping("/reasons/{office}")
    ResponseEntity<ReasonsDefined> define(
            Identity who,
            @PathVariable String office,
            @RequestHeader(name = "If-Match", required = false) @Nullable EntityVersion seen,
            @RequestBody ReasonsDefinition definition) {
        return answer(reasons.define(who, office, number(seen), definition));
    }

    private static long number(@Nullable EntityVersion seen) {
        return seen == null ? 0 : seen.number();
    }

    private static <T extends ReferenceEvent> Page<T> list(
            AdministerReference<T> kind, Identity who, PageRequest page) {
        return orRefuse(kind.list(who, page.cursor(), page.size())).map(Versioned::state);
    }

    private static <T extends ReferenceEvent> ResponseEntity<T> answer(Result<Versioned<T>> result) {
        Versioned<T> thing = orRefuse(result);
        return ResponseEntity.ok()
                .eTag(new EntityVersion(thing.version()).tag())
                .body(thing.state());
    }
}

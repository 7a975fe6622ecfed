package org.prakat.gateway.adapter.in.ui;

import java.time.InstantSource;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.OfficeDefined;
import org.prakat.common.event.PublicHolidaysDefined;
import org.prakat.common.event.ReasonsDefined;
import org.prakat.common.event.WorkGroupDefined;
import org.prakat.gateway.application.AdministerAccounts;
import org.prakat.gateway.application.AdministerOfficeClients;
import org.prakat.gateway.application.AdministerReference;
import org.prakat.gateway.application.port.Services;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The administrator's pages. */
@Configuration(proxyBeanMethods = false)
@Import(AdministratorHome.class)
class AdministrationPages {

    static final String HOME = "/staff/administration";

    @Bean
    AdministrationController administrationController() {
        return new AdministrationController();
    }

    @Bean
    DeadLetters deadLettersOfServices(Services services) {
        return new DeadLetters(services);
    }

    @Bean
    ServiceHealth serviceHealth(Services services) {
        return new ServiceHealth(services);
    }

    @Bean
    DeadLettersController deadLettersController(DeadLetters letters) {
        return new DeadLettersController(letters);
    }

    @Bean
    HealthController healthController(ServiceHealth health) {
        return new HealthController(health);
    }

    @Bean
    AccountDesk accountDesk(AdministerAccounts accounts, Refusals refusals) {
        return new AccountDesk(accounts, refusals);
    }

    @Bean
    ReferenceDesk<OfficeDefined> officeDesk(AdministerReference<OfficeDefined> offices, Refusals refusals) {
        return new ReferenceDesk<>(offices, refusals);
    }

    @Bean
    ReferenceDesk<WorkGroupDefined> workGroupDesk(AdministerReference<WorkGroupDefined> groups, Refusals refusals) {
        return new ReferenceDesk<>(groups, refusals);
    }

    @Bean
    ReferenceDesk<AppointmentOrderDefined> orderDesk(
            AdministerReference<AppointmentOrderDefined> orders, Refusals refusals) {
        return new ReferenceDesk<>(orders, refusals);
    }

    @Bean
    AccountsController accountsController(
            AccountDesk accounts, ReferenceDesk<OfficeDefined> offices, ReferenceDesk<WorkGroupDefined> workGroups) {
        return new AccountsController(accounts, offices, workGroups);
    }

    @Bean
    OrdersController ordersController(
            ReferenceDesk<AppointmentOrderDefined> orders,
            AccountDesk accounts,
            ReferenceDesk<OfficeDefined> offices,
            ReferenceDesk<WorkGroupDefined> workGroups,
            InstantSource clock) {
        return new OrdersController(orders, accounts, offices, workGroups, clock);
    }

    @Bean
    ReferenceDesk<CategoryDefined> categoryDesk(AdministerReference<CategoryDefined> categories, Refusals refusals) {
        return new ReferenceDesk<>(categories, refusals);
    }

    @Bean
    ReferenceDesk<PublicHolidaysDefined> holidayDesk(
            AdministerReference<PublicHolidaysDefined> holidays, Refusals refusals) {
        return new ReferenceDesk<>(holidays, refusals);
    }

    @Bean
    ReferenceDesk<ReasonsDefined> reasonDesk(AdministerReference<ReasonsDefined> reasons, Refusals refusals) {
        return new ReferenceDesk<>(reasons, refusals);
    }

    @Bean
    OfficesController officesController(ReferenceDesk<OfficeDefined> offices) {
        return new OfficesController(offices);
    }

    @Bean
    OfficeClientsController officeClientsController(
            AdministerOfficeClients clients, ReferenceDesk<OfficeDefined> offices, Refusals refusals) {
        return new OfficeClientsController(clients, offices, refusals);
    }

    @Bean
    WorkGroupsController workGroupsController(
            ReferenceDesk<WorkGroupDefined> workGroups, ReferenceDesk<OfficeDefined> offices) {
        return new WorkGroupsController(workGroups, offices);
    }

    @Bean
    CategoriesController categoriesController(
            ReferenceDesk<CategoryDefined> categories, ReferenceDesk<OfficeDefined> offices, InstantSource clock) {
        return new CategoriesController(categories, offices, clock);
    }

    @Bean
    HolidaysController holidaysController(
            ReferenceDesk<PublicHolidaysDefined> holidays, ReferenceDesk<OfficeDefined> offices, InstantSource clock) {
        return new HolidaysController(holidays, offices, clock);
    }

    @Bean
    ReasonsController reasonsController(ReferenceDesk<ReasonsDefined> reasons, ReferenceDesk<OfficeDefined> offices) {
        return new ReasonsController(reasons, offices);
    }
}

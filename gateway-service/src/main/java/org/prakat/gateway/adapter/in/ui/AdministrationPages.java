package org.prakat.gateway.adapter.in.ui;

import java.time.InstantSource;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.OfficeDefined;
import org.prakat.common.event.WorkGroupDefined;
import org.prakat.gateway.application.AdministerAccounts;
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
}

package org.prakat.gateway.config;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.prakat.common.audit.AuditTrail;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.OfficeDefined;
import org.prakat.common.event.PublicHolidaysDefined;
import org.prakat.common.event.ReasonsDefined;
import org.prakat.common.event.WorkGroupDefined;
import org.prakat.common.messaging.CloudEventCodec;
import org.prakat.common.messaging.FollowedTopics;
import org.prakat.common.mongo.AggregateStorage;
import org.prakat.common.security.TokenIssuer;
import org.prakat.common.web.Problems;
import org.prakat.common.web.WebConfiguration.ProblemTexts;
import org.prakat.gateway.adapter.in.ui.StaffUi;
import org.prakat.gateway.adapter.in.web.GatewayWeb;
import org.prakat.gateway.adapter.out.crypto.SpringSecrets;
import org.prakat.gateway.adapter.out.mongo.MongoAccounts;
import org.prakat.gateway.adapter.out.mongo.MongoDefinitions;
import org.prakat.gateway.adapter.out.mongo.MongoFailedSignIns;
import org.prakat.gateway.adapter.out.mongo.MongoOfficeClients;
import org.prakat.gateway.adapter.out.mongo.MongoOfficeTokens;
import org.prakat.gateway.adapter.out.mongo.MongoSessions;
import org.prakat.gateway.adapter.out.services.HttpServices;
import org.prakat.gateway.application.AdministerAccounts;
import org.prakat.gateway.application.AdministerOfficeClients;
import org.prakat.gateway.application.AdministerReference;
import org.prakat.gateway.application.AdmitOffices;
import org.prakat.gateway.application.AnnounceNews;
import org.prakat.gateway.application.DemoData;
import org.prakat.gateway.application.FirstAdministrator;
import org.prakat.gateway.application.LaidDown;
import org.prakat.gateway.application.SignIn;
import org.prakat.gateway.application.port.Accounts;
import org.prakat.gateway.application.port.Definitions;
import org.prakat.gateway.application.port.FailedSignIns;
import org.prakat.gateway.application.port.OfficeClients;
import org.prakat.gateway.application.port.OfficeTokens;
import org.prakat.gateway.application.port.Services;
import org.prakat.gateway.domain.Known;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.client.RestClient;

/** The beans of gateway-service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({GatewayProperties.class, DemoProperties.class})
@Import({GatewayWeb.class, StaffUi.class})
public class GatewayConfiguration {

    @Bean
    ProblemTexts problemTexts() {
        return new ProblemTexts("org.prakat.gateway.problems");
    }

    @Bean
    Accounts accounts(AggregateStorage storage) {
        return new MongoAccounts(storage);
    }

    @Bean
    Definitions<OfficeDefined> offices(AggregateStorage storage) {
        return new MongoDefinitions<>(storage, "offices", OfficeDefined.class, OfficeDefined::id);
    }

    @Bean
    Definitions<WorkGroupDefined> workGroups(AggregateStorage storage) {
        return new MongoDefinitions<>(storage, "work_groups", WorkGroupDefined.class, WorkGroupDefined::office);
    }

    @Bean
    Definitions<CategoryDefined> categories(AggregateStorage storage) {
        return new MongoDefinitions<>(storage, "categories", CategoryDefined.class, CategoryDefined::office);
    }

    @Bean
    Definitions<AppointmentOrderDefined> orders(AggregateStorage storage) {
        return new MongoDefinitions<>(
                storage, "appointment_orders", AppointmentOrderDefined.class, AppointmentOrderDefined::office);
    }

    @Bean
    Definitions<PublicHolidaysDefined> publicHolidays(AggregateStorage storage) {
        return new MongoDefinitions<>(
                storage, "public_holidays", PublicHolidaysDefined.class, PublicHolidaysDefined::id);
    }

    @Bean
    Definitions<ReasonsDefined> reasons(AggregateStorage storage) {
        return new MongoDefinitions<>(storage, "reasons", ReasonsDefined.class, ReasonsDefined::id);
    }

    @Bean
    Known known(Accounts accounts, Definitions<OfficeDefined> offices, Definitions<WorkGroupDefined> workGroups) {
        return new LaidDown(accounts, offices, workGroups);
    }

    @Bean
    AdministerReference<OfficeDefined> administerOffices(
            Definitions<OfficeDefined> offices, Known known, InstantSource clock) {
        return new AdministerReference<>(offices, known, clock);
    }

    @Bean
    AdministerReference<WorkGroupDefined> administerWorkGroups(
            Definitions<WorkGroupDefined> workGroups, Known known, InstantSource clock) {
        return new AdministerReference<>(workGroups, known, clock);
    }

    @Bean
    AdministerReference<CategoryDefined> administerCategories(
            Definitions<CategoryDefined> categories, Known known, InstantSource clock) {
        return new AdministerReference<>(categories, known, clock);
    }

    @Bean
    AdministerReference<AppointmentOrderDefined> administerOrders(
            Definitions<AppointmentOrderDefined> orders, Known known, InstantSource clock) {
        return new AdministerReference<>(orders, known, clock);
    }

    @Bean
    AdministerReference<PublicHolidaysDefined> administerPublicHolidays(
            Definitions<PublicHolidaysDefined> holidays, Known known, InstantSource clock) {
        return new AdministerReference<>(holidays, known, clock);
    }

    @Bean
    AdministerReference<ReasonsDefined> administerReasons(
            Definitions<ReasonsDefined> reasons, Known known, InstantSource clock) {
        return new AdministerReference<>(reasons, known, clock);
    }

    @Bean
    FailedSignIns failedSignIns(MongoDatabase database, MeterRegistry meters) {
        return new MongoFailedSignIns(database, meters);
    }

    @Bean
    SignIn signIn(
            Accounts accounts, MongoDatabase database, FailedSignIns failures, AuditTrail trail, InstantSource clock) {
        return new SignIn(accounts, new MongoSessions(database), failures, new SpringSecrets(), trail, clock);
    }

    @Bean
    OfficeClients officeClients(AggregateStorage storage) {
        return new MongoOfficeClients(storage);
    }

    @Bean
    OfficeTokens officeTokens(MongoDatabase database) {
        return new MongoOfficeTokens(database);
    }

    @Bean
    AdministerOfficeClients administerOfficeClients(
            OfficeClients clients, OfficeTokens tokens, Known known, InstantSource clock) {
        return new AdministerOfficeClients(clients, tokens, new SpringSecrets(), known, clock);
    }

    @Bean
    AdmitOffices admitOffices(
            OfficeClients clients,
            OfficeTokens tokens,
            FailedSignIns failures,
            GatewayProperties properties,
            InstantSource clock) {
        return new AdmitOffices(
                clients, tokens, failures, new SpringSecrets(), properties.officeTokenLifetime(), clock);
    }

    @Bean
    AdministerAccounts administerAccounts(Accounts accounts, SignIn signIn, Known known, InstantSource clock) {
        return new AdministerAccounts(accounts, signIn, known, clock);
    }

    @Bean
    Services services(GatewayProperties properties, TokenIssuer tokens, RestClient.Builder http, Problems problems) {
        return new HttpServices(properties::service, tokens, http.build(), problems);
    }

    @Bean
    AnnounceNews announceNews() {
        return new AnnounceNews();
    }

    @Bean
    FollowedTopics followedTopics(
            KafkaProperties kafka, GatewayProperties properties, CloudEventCodec codec, AnnounceNews news) {
        return new FollowedTopics(kafka, properties.live().topics(), codec, news::happened);
    }

    /** Before the first call: whoever finds the port open can sign in. */
    @Bean
    ApplicationRunner firstStart(
            GatewayProperties properties,
            DemoProperties demo,
            Accounts accounts,
            AdministerReference<OfficeDefined> offices,
            AdministerReference<WorkGroupDefined> workGroups,
            AdministerReference<CategoryDefined> categories,
            AdministerReference<AppointmentOrderDefined> orders,
            AdministerReference<PublicHolidaysDefined> holidays,
            AdministerAccounts administer,
            InstantSource clock) {
        return arguments -> {
            GatewayProperties.FirstAdministrator first = properties.firstAdministrator();
            if (demo.enabled()) {
                DemoData.Ledgers ledgers = new DemoData.Ledgers(offices, workGroups, categories, orders, holidays);
                new DemoData(ledgers, accounts, administer, clock).layDown(demo.passwords());
            } else if (first != null) {
                new FirstAdministrator(accounts, offices, administer)
                        .makeIfNeeded(first.userName(), first.password(), first.office());
            }
        };
    }
}

package org.prakat.request.config;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import org.prakat.common.mongo.AggregateStorage;
import org.prakat.common.reference.ReferenceConfiguration;
import org.prakat.common.reference.ReferenceData;
import org.prakat.common.storage.IncomingFiles;
import org.prakat.common.storage.ObjectStore;
import org.prakat.common.storage.StorageConfiguration;
import org.prakat.common.web.WebConfiguration.ProblemTexts;
import org.prakat.request.adapter.in.messaging.RequestEventHandlers;
import org.prakat.request.adapter.in.web.RequestWeb;
import org.prakat.request.adapter.out.mongo.MongoCalendarFeeds;
import org.prakat.request.adapter.out.mongo.MongoDeliveries;
import org.prakat.request.adapter.out.mongo.MongoNotices;
import org.prakat.request.adapter.out.mongo.MongoRequests;
import org.prakat.request.adapter.out.mongo.RequestCounts;
import org.prakat.request.adapter.out.text.BundledNoticeWords;
import org.prakat.request.application.AttachFile;
import org.prakat.request.application.BeginAmendment;
import org.prakat.request.application.BeginDraft;
import org.prakat.request.application.CopyRequest;
import org.prakat.request.application.DetachFile;
import org.prakat.request.application.DiscardDraft;
import org.prakat.request.application.EditDraft;
import org.prakat.request.application.FollowRequest;
import org.prakat.request.application.Judgement;
import org.prakat.request.application.OpenCalendar;
import org.prakat.request.application.ReadCalendar;
import org.prakat.request.application.ReadNotices;
import org.prakat.request.application.ReadOfficialForm;
import org.prakat.request.application.ReadRegister;
import org.prakat.request.application.ReadRequests;
import org.prakat.request.application.RequestAccess;
import org.prakat.request.application.ReviseRequest;
import org.prakat.request.application.SubmitRequest;
import org.prakat.request.application.TellPeople;
import org.prakat.request.application.WithdrawRequest;
import org.prakat.request.application.port.CalendarFeeds;
import org.prakat.request.application.port.Deliveries;
import org.prakat.request.application.port.NoticeWords;
import org.prakat.request.application.port.Notices;
import org.prakat.request.application.port.Requests;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans of request-service. */
@Configuration(proxyBeanMethods = false)
@Import({
    StorageConfiguration.class,
    ReferenceConfiguration.class,
    RequestEventHandlers.class,
    RequestWeb.class,
    MailConfiguration.class,
    OfficeConfiguration.class
})
public class RequestConfiguration {

    @Bean
    ProblemTexts problemTexts() {
        return new ProblemTexts("org.prakat.request.problems");
    }

    @Bean
    MongoRequests requests(AggregateStorage storage) {
        return new MongoRequests(storage);
    }

    @Bean
    RequestCounts requestCounts(ObjectProvider<MongoRequests> requests) {
        return new RequestCounts(requests::getObject);
    }

    @Bean
    Notices notices(MongoDatabase database) {
        return new MongoNotices(database);
    }

    @Bean
    NoticeWords noticeWords(@Value("${prakat.site.address}") String site) {
        return new BundledNoticeWords(site);
    }

    @Bean
    RequestAccess requestAccess(ReferenceData reference, InstantSource clock) {
        return new RequestAccess(reference, clock);
    }

    @Bean
    Judgement judgement(Requests requests, ReferenceData reference) {
        return new Judgement(requests, reference);
    }

    @Bean
    ReadRequests readRequests(
            Requests requests,
            ReferenceData reference,
            RequestAccess access,
            Judgement judgement,
            InstantSource clock) {
        return new ReadRequests(requests, reference, access, judgement, clock);
    }

    @Bean
    ReadOfficialForm readOfficialForm(ReadRequests requests, ReferenceData reference) {
        return new ReadOfficialForm(requests, reference);
    }

    @Bean
    BeginDraft beginDraft(Requests requests, InstantSource clock) {
        return new BeginDraft(requests, clock);
    }

    @Bean
    EditDraft editDraft(Requests requests, InstantSource clock) {
        return new EditDraft(requests, clock);
    }

    @Bean
    AttachFile attachFile(
            Requests requests, ReferenceData reference, IncomingFiles files, ObjectStore store, InstantSource clock) {
        return new AttachFile(requests, reference, files, store, clock);
    }

    @Bean
    DiscardDraft discardDraft(Requests requests, ObjectStore store, InstantSource clock) {
        return new DiscardDraft(requests, store, clock);
    }

    @Bean
    DetachFile detachFile(Requests requests, ObjectStore store, InstantSource clock) {
        return new DetachFile(requests, store, clock);
    }

    @Bean
    SubmitRequest submitRequest(Requests requests, Judgement judgement, InstantSource clock) {
        return new SubmitRequest(requests, judgement, clock);
    }

    @Bean
    BeginAmendment beginAmendment(Requests requests, InstantSource clock) {
        return new BeginAmendment(requests, clock);
    }

    @Bean
    CopyRequest copyRequest(Requests requests, ObjectStore store, InstantSource clock) {
        return new CopyRequest(requests, store, clock);
    }

    @Bean
    WithdrawRequest withdrawRequest(Requests requests, InstantSource clock) {
        return new WithdrawRequest(requests, clock);
    }

    @Bean
    ReviseRequest reviseRequest(Requests requests, InstantSource clock) {
        return new ReviseRequest(requests, clock);
    }

    @Bean
    FollowRequest followRequest(Requests requests, InstantSource clock) {
        return new FollowRequest(requests, clock);
    }

    @Bean
    TellPeople tellPeople(Requests requests, Notices notices, ReferenceData reference, InstantSource clock) {
        return new TellPeople(requests, notices, reference, clock);
    }

    @Bean
    ReadRegister readRegister(Requests requests, InstantSource clock) {
        return new ReadRegister(requests, clock);
    }

    @Bean
    Deliveries deliveries(MongoDatabase database) {
        return new MongoDeliveries(database);
    }

    @Bean
    ReadNotices readNotices(Notices notices, Deliveries deliveries, InstantSource clock) {
        return new ReadNotices(notices, deliveries, clock);
    }

    @Bean
    CalendarFeeds calendarFeeds(MongoDatabase database) {
        return new MongoCalendarFeeds(database);
    }

    @Bean
    OpenCalendar openCalendar(CalendarFeeds feeds, InstantSource clock) {
        return new OpenCalendar(feeds, clock);
    }

    @Bean
    ReadCalendar readCalendar(CalendarFeeds feeds, Requests requests, ReferenceData reference, InstantSource clock) {
        return new ReadCalendar(feeds, requests, reference, clock);
    }
}

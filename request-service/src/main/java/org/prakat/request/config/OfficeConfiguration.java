package org.prakat.request.config;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import org.prakat.common.reference.ReferenceData;
import org.prakat.common.storage.IncomingFiles;
import org.prakat.common.storage.ObjectStore;
import org.prakat.request.adapter.in.office.OfficeKafka;
import org.prakat.request.adapter.in.office.OfficeWeb;
import org.prakat.request.adapter.in.scheduling.UploadSchedule;
import org.prakat.request.adapter.out.mongo.MongoOutcomes;
import org.prakat.request.adapter.out.mongo.MongoRelayedOutcomes;
import org.prakat.request.adapter.out.mongo.MongoUnfinishedUploads;
import org.prakat.request.adapter.out.mongo.MongoUploads;
import org.prakat.request.application.HandIn;
import org.prakat.request.application.Judgement;
import org.prakat.request.application.KeepUpload;
import org.prakat.request.application.ReadOutcomes;
import org.prakat.request.application.RefuseEvent;
import org.prakat.request.application.RelayOutcomes;
import org.prakat.request.application.RemoveUnusedUploads;
import org.prakat.request.application.ResumeUpload;
import org.prakat.request.application.TellOffice;
import org.prakat.request.application.port.Outcomes;
import org.prakat.request.application.port.Requests;
import org.prakat.request.application.port.UnfinishedUploads;
import org.prakat.request.application.port.Uploads;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.util.unit.DataSize;

/** What other offices hand in, and what they are told. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@Import({OfficeWeb.class, OfficeKafka.class, WebhookConfiguration.class})
class OfficeConfiguration {

    @Bean
    Uploads uploads(MongoDatabase database) {
        return new MongoUploads(database);
    }

    @Bean
    UnfinishedUploads unfinishedUploads(MongoDatabase database) {
        return new MongoUnfinishedUploads(database);
    }

    @Bean
    Outcomes outcomes(MongoDatabase database) {
        return new MongoOutcomes(database);
    }

    @Bean
    KeepUpload keepUpload(
            Uploads uploads,
            IncomingFiles files,
            ObjectStore store,
            @Value("${prakat.offices.largest-upload:100MB}") DataSize largest,
            InstantSource clock) {
        return new KeepUpload(uploads, files, store, largest.toBytes(), clock);
    }

    @Bean
    ResumeUpload resumeUpload(
            UnfinishedUploads unfinished,
            Uploads uploads,
            KeepUpload keep,
            ObjectStore store,
            @Value("${prakat.offices.largest-upload:100MB}") DataSize largest,
            @Value("${prakat.offices.most-unfinished:1GB}") DataSize most,
            InstantSource clock) {
        ResumeUpload.Bounds bounds = new ResumeUpload.Bounds(largest.toBytes(), most.toBytes());
        return new ResumeUpload(unfinished, uploads, keep, store, bounds, clock);
    }

    @Bean
    RemoveUnusedUploads removeUnusedUploads(
            Uploads uploads, Requests requests, ObjectStore store, InstantSource clock) {
        return new RemoveUnusedUploads(uploads, requests, store, clock);
    }

    @Bean
    UploadSchedule uploadSchedule(RemoveUnusedUploads unused, ResumeUpload unfinished) {
        return new UploadSchedule(unused, unfinished);
    }

    @Bean
    HandIn handIn(
            Requests requests, Uploads uploads, ReferenceData reference, Judgement judgement, InstantSource clock) {
        return new HandIn(requests, uploads, reference, judgement, clock);
    }

    @Bean
    TellOffice tellOffice(Requests requests, Outcomes outcomes) {
        return new TellOffice(requests, outcomes);
    }

    @Bean
    ReadOutcomes readOutcomes(Outcomes outcomes) {
        return new ReadOutcomes(outcomes);
    }

    @Bean
    RefuseEvent refuseEvent(Outcomes outcomes, InstantSource clock) {
        return new RefuseEvent(outcomes, clock);
    }

    @Bean
    RelayOutcomes relayOutcomes(Outcomes outcomes, MongoDatabase database) {
        return new RelayOutcomes(outcomes, new MongoRelayedOutcomes(database));
    }
}

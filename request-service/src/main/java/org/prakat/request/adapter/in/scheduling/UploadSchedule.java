package org.prakat.request.adapter.in.scheduling;

import org.prakat.request.application.RemoveUnusedUploads;
import org.prakat.request.application.ResumeUpload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Removes unused and unfinished uploads every hour. */
public class UploadSchedule {

    private static final Logger log = LoggerFactory.getLogger(UploadSchedule.class);

    private final RemoveUnusedUploads unused;
    private final ResumeUpload unfinished;

    public UploadSchedule(RemoveUnusedUploads unused, ResumeUpload unfinished) {
        this.unused = unused;
        this.unfinished = unfinished;
    }

    @Scheduled(fixedDelayString = "${prakat.offices.sweep-interval:1h}")
    void remove() {
        try {
            unused.remove();
            unfinished.removeExpired();
        } catch (RuntimeException e) {
            log.warn("unused uploads are removed later: {}", e.toString());
        }
    }
}

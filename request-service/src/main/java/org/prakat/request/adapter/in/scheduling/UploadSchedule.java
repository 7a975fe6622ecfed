package org.prakat.request.adapter.in.scheduling;

import org.prakat.request.application.RemoveUnusedUploads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Removes unused uploads every hour. */
public class UploadSchedule {

    private static final Logger log = LoggerFactory.getLogger(UploadSchedule.class);

    private final RemoveUnusedUploads uploads;

    public UploadSchedule(RemoveUnusedUploads uploads) {
        this.uploads = uploads;
    }

    @Scheduled(fixedDelayString = "${prakat.offices.sweep-interval:1h}")
    void remove() {
        try {
            uploads.remove();
        } catch (RuntimeException e) {
            log.warn("unused uploads are removed later: {}", e.toString());
        }
    }
}

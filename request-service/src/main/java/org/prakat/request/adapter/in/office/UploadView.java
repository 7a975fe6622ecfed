package org.prakat.request.adapter.in.office;

import org.prakat.request.domain.Upload;

/** A file that was let in, to be named in an event. */
record UploadView(String id, String fileName, String mediaType, long size, String sha256) {

    static UploadView of(Upload upload) {
        return new UploadView(
                upload.id(),
                upload.file().fileName(),
                upload.file().mediaType(),
                upload.file().size(),
                upload.file().sha256());
    }
}

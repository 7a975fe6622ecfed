package org.prakat.publishing.adapter.in.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.RejectionReason;

/** Why a request goes back, as it was filled in: anything may be missing. */
record GivenReasons(@Nullable List<Reason> reasons) {

    /** One reason. */
    record Reason(@Nullable String code, @Nullable String explanation) {}

    List<RejectionReason> told() {
        return Optional.ofNullable(reasons).orElse(List.of()).stream()
                .map(reason -> new RejectionReason(
                        Optional.ofNullable(reason.code()).orElse(""),
                        Optional.ofNullable(reason.explanation()).orElse("").strip()))
                .toList();
    }
}

package org.prakat.gateway.application;

import org.jspecify.annotations.Nullable;
import org.prakat.common.event.OfficeDefined;
import org.prakat.common.event.WorkGroupDefined;
import org.prakat.common.storage.FileType;
import org.prakat.gateway.application.port.Accounts;
import org.prakat.gateway.application.port.Definitions;
import org.prakat.gateway.domain.Known;

/** Looks up what has been laid down. */
public final class LaidDown implements Known {

    private final Accounts accounts;
    private final Definitions<OfficeDefined> offices;
    private final Definitions<WorkGroupDefined> workGroups;

    public LaidDown(Accounts accounts, Definitions<OfficeDefined> offices, Definitions<WorkGroupDefined> workGroups) {
        this.accounts = accounts;
        this.offices = offices;
        this.workGroups = workGroups;
    }

    @Override
    public boolean office(@Nullable String id) {
        return id != null && offices.find(id).isPresent();
    }

    @Override
    public boolean workGroup(@Nullable String office, @Nullable String id) {
        return id != null
                && workGroups
                        .find(id)
                        .filter(group -> group.state().office().equals(office))
                        .isPresent();
    }

    @Override
    public boolean account(@Nullable String id) {
        return id != null && accounts.find(id).isPresent();
    }

    @Override
    public boolean extension(String extension) {
        return FileType.ofExtension(extension).isPresent();
    }
}

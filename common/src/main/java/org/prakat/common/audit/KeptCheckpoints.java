package org.prakat.common.audit;

import java.util.ArrayList;
import java.util.List;

/** Where the service keeps checkpoints, out of reach of whoever can write to its database. */
public interface KeptCheckpoints {

    void keep(Checkpoint checkpoint);

    List<Checkpoint> of(String office);

    /** Those of an office together with some that somebody brought. */
    default List<Checkpoint> with(String office, List<Checkpoint> brought) {
        List<Checkpoint> all = new ArrayList<>(of(office));
        all.addAll(brought);
        return all;
    }
}

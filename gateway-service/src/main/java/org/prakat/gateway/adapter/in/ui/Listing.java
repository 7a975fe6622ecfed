package org.prakat.gateway.adapter.in.ui;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.gateway.application.port.Services;
import org.prakat.gateway.application.port.Services.Answer;
import org.prakat.gateway.application.port.Services.Caller;
import org.prakat.gateway.application.port.Services.Service;

/**
 * Where a service has a list of which it shows a page at a time.
 *
 * @param path its address with the query that selects, without that of the page
 */
record Listing(Service service, String path, List<Object> arguments) {

    Listing {
        arguments = List.copyOf(arguments);
    }

    /** @param cursor where the page before ended; absent: the first */
    <T> Answer<T> page(Services services, Caller caller, Class<T> type, @Nullable String cursor, int limit) {
        List<Object> filled = new ArrayList<>(arguments);
        filled.add(limit);
        String asked = path + (path.contains("?") ? "&" : "?") + "limit={limit}";
        if (cursor != null) {
            filled.add(cursor);
            asked += "&cursor={cursor}";
        }
        return services.get(caller, service, type, asked, filled.toArray());
    }
}

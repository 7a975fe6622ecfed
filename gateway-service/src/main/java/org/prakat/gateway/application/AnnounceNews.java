package org.prakat.gateway.application;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.event.Event;
import org.prakat.gateway.domain.Audience;

/** People who look at a page are told that something happened which may concern them. What it is, they ask for themselves. */
public final class AnnounceNews {

    /** What somebody looks at. */
    public interface Screen {

        Identity who();

        /** Something happened; this is not to take long. */
        void stir();
    }

    private static final int REMEMBERED = 10_000;

    private final Set<Screen> screens = ConcurrentHashMap.newKeySet();
    private final Map<String, Audience> audiences = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Audience> eldest) {
            return size() > REMEMBERED;
        }
    };

    public void open(Screen screen) {
        screens.add(screen);
    }

    public void close(Screen screen) {
        screens.remove(screen);
    }

    /** Tells those whom an event may concern; everybody, where it is not known whose request it is about. */
    public void happened(Event event) {
        Audience audience = audienceOf(event);
        screens.stream()
                .filter(screen -> audience == null || audience.includes(screen.who()))
                .forEach(Screen::stir);
    }

    private synchronized @Nullable Audience audienceOf(Event event) {
        Audience.of(event).ifPresent(audience -> audiences.put(event.subject(), audience));
        return audiences.get(event.subject());
    }
}

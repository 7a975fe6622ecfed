package org.prakat.gateway.application.port;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;

/** The services behind the gateway, asked for a person by their own APIs. */
public interface Services {

    /** Which service. */
    enum Service {
        REQUESTS("request-service"),
        APPROVALS("approval-service"),
        PUBLICATIONS("publishing-service"),
        DEADLINES("expiry-service");

        private final String id;

        Service(String id) {
            this.id = id;
        }

        /** Its name in the settings. */
        public String id() {
            return id;
        }
    }

    /** For whom it is asked, and in which language they read the answer. */
    record Caller(Identity identity, Locale language) {}

    /**
     * Something to be changed.
     *
     * @param path with {@code {}} where an argument belongs
     * @param seen the version that it is about; absent where something new begins
     * @param body what is sent as JSON; absent: nothing
     */
    record Change(
            Service service,
            String method,
            String path,
            List<Object> arguments,
            @Nullable Long seen,
            @Nullable Object body) {

        public Change {
            arguments = List.copyOf(arguments);
        }

        public static Change post(Service service, String path, Object... arguments) {
            return new Change(service, "POST", path, List.of(arguments), null, null);
        }

        public static Change put(Service service, String path, Object... arguments) {
            return new Change(service, "PUT", path, List.of(arguments), null, null);
        }

        public static Change delete(Service service, String path, Object... arguments) {
            return new Change(service, "DELETE", path, List.of(arguments), null, null);
        }

        /** The same, about the version that the person saw. */
        public Change about(long version) {
            return new Change(service, method, path, arguments, version, body);
        }

        /** The same, with something to send. */
        public Change with(Object content) {
            return new Change(service, method, path, arguments, seen, content);
        }
    }

    /** A file on its way to a service; nobody holds all of it. */
    record Upload(String path, List<Object> arguments, @Nullable String mediaType, long size, InputStream content) {

        public Upload {
            arguments = List.copyOf(arguments);
        }
    }

    /** Why something was not done, in the caller's language (RFC 9457). */
    record Problem(int status, String code, String title, List<Fault> faults) {

        /** One thing wrong with one field. */
        public record Fault(String field, String code, String message) {}

        public Problem {
            faults = List.copyOf(faults);
        }
    }

    /** What a service answers: what was asked for, or why not. A service that is down is a problem like any other. */
    sealed interface Answer<T> {

        /** It was done. */
        record Done<T>(T body) implements Answer<T> {}

        /** It was not. */
        record Refused<T>(Problem problem) implements Answer<T> {}

        /** What was asked for, if it is there. */
        default Optional<T> ifDone() {
            return this instanceof Done<T> was ? Optional.of(was.body()) : Optional.empty();
        }

        default <R> R either(Function<? super T, ? extends R> done, Function<Problem, ? extends R> refused) {
            return this instanceof Done<T> was ? done.apply(was.body()) : refused.apply(((Refused<T>) this).problem());
        }
    }

    <T> Answer<T> get(Caller caller, Service service, Class<T> type, String path, Object... arguments);

    <T> Answer<T> send(Caller caller, Change change, Class<T> type);

    /** Where the answer has no body: whether it was done. */
    Answer<Boolean> send(Caller caller, Change change);

    /** Hands a file to request-service. */
    <T> Answer<T> upload(Caller caller, Upload upload, Class<T> type);
}

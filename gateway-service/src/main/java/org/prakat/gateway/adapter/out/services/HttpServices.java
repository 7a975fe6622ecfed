package org.prakat.gateway.adapter.out.services;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prakat.common.security.TokenIssuer;
import org.prakat.common.web.EntityVersion;
import org.prakat.common.web.Problems;
import org.prakat.gateway.application.port.Services;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;

/** Calls the services' JSON API with a token for the caller, as the relay does. */
public final class HttpServices implements Services {

    private static final Logger log = LoggerFactory.getLogger(HttpServices.class);

    private final Function<String, URI> addresses;
    private final TokenIssuer tokens;
    private final RestClient http;
    private final Problems problems;

    /** @param addresses where each service is, by its name */
    public HttpServices(Function<String, URI> addresses, TokenIssuer tokens, RestClient http, Problems problems) {
        this.addresses = addresses;
        this.tokens = tokens;
        this.http = http;
        this.problems = problems;
    }

    /** Problem details as they are on the wire. */
    private record ProblemJson(@Nullable String title, @Nullable String code, @Nullable List<Problem.Fault> faults) {}

    private interface Reader<T> {

        T read(ConvertibleClientHttpResponse response) throws IOException;
    }

    @Override
    public <T> Answer<T> get(Caller caller, Service service, Class<T> type, String path, Object... arguments) {
        return exchange(caller, call(caller, service, HttpMethod.GET, path, arguments), bodyOf(type));
    }

    @Override
    public <T> Answer<T> send(Caller caller, Change change, Class<T> type) {
        return exchange(caller, call(caller, change), bodyOf(type));
    }

    @Override
    public Answer<Boolean> send(Caller caller, Change change) {
        return exchange(caller, call(caller, change), response -> true);
    }

    @Override
    public <T> Answer<T> upload(Caller caller, Upload upload, Class<T> type) {
        RestClient.RequestBodySpec call = call(
                        caller,
                        Service.REQUESTS,
                        HttpMethod.POST,
                        upload.path(),
                        upload.arguments().toArray())
                .contentLength(upload.size());
        if (upload.mediaType() != null) {
            call.header(HttpHeaders.CONTENT_TYPE, upload.mediaType());
        }
        call.body(out -> upload.content().transferTo(out));
        return exchange(caller, call, bodyOf(type));
    }

    private RestClient.RequestBodySpec call(Caller caller, Change change) {
        RestClient.RequestBodySpec call = call(
                caller,
                change.service(),
                HttpMethod.valueOf(change.method()),
                change.path(),
                change.arguments().toArray());
        Long seen = change.seen();
        if (seen != null) {
            call.header(HttpHeaders.IF_MATCH, new EntityVersion(seen).tag());
        }
        Object body = change.body();
        if (body != null) {
            call.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return call;
    }

    private RestClient.RequestBodySpec call(
            Caller caller, Service service, HttpMethod method, String path, Object... arguments) {
        return http.method(method)
                .uri(addresses.apply(service.id()) + path, arguments)
                .header(HttpHeaders.ACCEPT_LANGUAGE, caller.language().toLanguageTag())
                .headers(headers -> headers.setBearerAuth(tokens.issue(caller.identity())));
    }

    private static <T> Reader<T> bodyOf(Class<T> type) {
        return response -> Optional.ofNullable(response.bodyTo(type))
                .orElseThrow(() -> new IllegalStateException("an answer without a body where there should be one"));
    }

    private <T> Answer<T> exchange(Caller caller, RestClient.RequestBodySpec call, Reader<T> reader) {
        try {
            return call.exchangeForRequiredValue(
                    (request, response) -> response.getStatusCode().is2xxSuccessful()
                            ? new Answer.Done<>(reader.read(response))
                            : new Answer.Refused<>(problem(response, caller.language())));
        } catch (ResourceAccessException e) {
            log.warn("a service does not answer: {}", e.toString());
            return new Answer.Refused<>(unavailable(caller.language()));
        }
    }

    private Problem problem(ConvertibleClientHttpResponse response, Locale language) throws IOException {
        MediaType type = response.getHeaders().getContentType();
        int status = response.getStatusCode().value();
        if (type == null || !MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(type)) {
            log.warn("a service answers {} without problem details", status);
            return unavailable(language);
        }
        ProblemJson json = Optional.ofNullable(response.bodyTo(ProblemJson.class))
                .orElseGet(() -> new ProblemJson(null, null, null));
        return new Problem(
                status,
                Optional.ofNullable(json.code()).orElse(""),
                Optional.ofNullable(json.title()).orElse(""),
                Optional.ofNullable(json.faults()).orElse(List.of()));
    }

    private Problem unavailable(Locale language) {
        String code = "TEMPORARILY_UNAVAILABLE";
        String title = problems.text(code, Map.of(), language);
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE.value(), code, title, List.of());
    }
}

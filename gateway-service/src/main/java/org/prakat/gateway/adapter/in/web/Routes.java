package org.prakat.gateway.adapter.in.web;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.rewritePath;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.HEAD;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.prakat.common.security.IdentifiedCaller;
import org.prakat.common.security.TokenIssuer;
import org.prakat.gateway.adapter.in.SessionFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Which paths lead to which service. Each relayed call carries a token for the signed-in person, and nothing by which the
 * caller could claim to be somebody else.
 */
final class Routes {

    /**
     * What is read without a session: the public site, the contract with other offices, and calendars by whoever knows the secret in
     * the address.
     */
    private static final Map<String, List<String>> PUBLIC = Map.of(
            "publishing-service",
            List.of(
                    "/",
                    "/items/**",
                    "/categories/**",
                    "/search",
                    TurnedAway.NOT_FOUND,
                    "/feed.xml",
                    "/robots.txt",
                    "/sitemap.xml",
                    "/sitemaps/*",
                    "/site/**",
                    "/api/public/**"),
            "request-service",
            List.of("/calendar/*", "/contract/**", "/openapi/offices"));

    /** What programs of other offices may call, with an access token; nobody else may. */
    static final List<String> OFFICES = List.of(
            "/api/events", "/api/events/stream", "/api/uploads", "/api/uploads/*", "/api/webhook", "/api/webhook/**");

    private static final Map<String, List<String>> STAFF = Map.of(
            "request-service", List.of("/api/requests/**", "/api/notices/**", "/api/form-choices", "/api/me/calendar"),
            "approval-service", List.of("/api/approvals/**"),
            "publishing-service", List.of("/api/publications/**"),
            "expiry-service", List.of("/api/deadlines/**"));

    private final Function<String, URI> services;
    private final TokenIssuer tokens;

    /** The paths that are read without a session. */
    static String[] publicPaths() {
        return PUBLIC.values().stream().flatMap(List::stream).toArray(String[]::new);
    }

    Routes(Function<String, URI> services, TokenIssuer tokens) {
        this.services = services;
        this.tokens = tokens;
    }

    RouterFunction<ServerResponse> all() {
        RouterFunctions.Builder all = RouterFunctions.route();
        STAFF.forEach((service, paths) -> paths.forEach(path -> all.add(to(service, path(path)))));
        OFFICES.forEach(path -> all.add(to("request-service", path(path))));
        STAFF.keySet().forEach(service -> all.add(operation(service)));
        PUBLIC.forEach((service, paths) ->
                paths.forEach(path -> all.add(to(service, GET(path).or(HEAD(path))))));
        return all.build();
    }

    private RouterFunction<ServerResponse> to(String service, RequestPredicate which) {
        return route(service)
                .route(which, http())
                .before(uri(services.apply(service)))
                .before(this::relayIdentity)
                .build();
    }

    /** What every service has: dead letters, sent events, the audit trail, and the description of its API. */
    private RouterFunction<ServerResponse> operation(String service) {
        String letters = "/api/services/" + service + "/dead-letters";
        String sent = "/api/services/" + service + "/sent-events";
        String audit = "/api/services/" + service + "/audit";
        String description = "/openapi/" + service;
        return route(service + "-operation")
                .route(
                        path(letters)
                                .or(path(letters + "/**"))
                                .or(path(sent + "/**"))
                                .or(path(audit))
                                .or(path(audit + "/**"))
                                .or(path(description)),
                        http())
                .before(rewritePath(letters + "(?<rest>.*)", "/api/dead-letters${rest}"))
                .before(rewritePath(sent + "(?<rest>.*)", "/api/sent-events${rest}"))
                .before(rewritePath(audit + "(?<rest>.*)", "/api/audit${rest}"))
                .before(rewritePath(description, "/openapi"))
                .before(uri(services.apply(service)))
                .before(this::relayIdentity)
                .build();
    }

    private ServerRequest relayIdentity(ServerRequest request) {
        return ServerRequest.from(request)
                .headers(headers -> {
                    headers.remove(HttpHeaders.AUTHORIZATION);
                    headers.remove(HttpHeaders.COOKIE);
                    headers.remove(SessionFilter.CSRF_HEADER);
                    if (request.method().equals(HttpMethod.OPTIONS) && headers.getContentType() == null) {
                        // The client refuses to send a body of no type with this method (RFC 9110, section 9.3.7).
                        headers.setContentType(MediaType.APPLICATION_OCTET_STREAM);
                    }
                    if (SecurityContextHolder.getContext().getAuthentication() instanceof IdentifiedCaller caller) {
                        headers.setBearerAuth(tokens.issue(caller.identity()));
                    }
                })
                .build();
    }
}

package org.prakat.gateway.adapter.in.web;

import static org.prakat.common.web.RefusedException.orRefuse;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.common.web.EntityVersion;
import org.prakat.common.web.PageRequest;
import org.prakat.gateway.application.AdministerOfficeClients;
import org.prakat.gateway.application.AdministerOfficeClients.Issued;
import org.prakat.gateway.domain.OfficeClient;
import org.prakat.gateway.domain.OfficeClientDefinition;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Programs of other offices, for administrators. A PUT without {@code If-Match} registers a new one. */
@RestController
@RequestMapping("/api/office-clients")
class OfficeClientController {

    /** A client as the API shows it: without its secret, which nobody can read. */
    record View(
            String id,
            long version,
            String name,
            String office,
            Set<String> receivers,
            boolean active,
            boolean hasSecret) {

        static View of(Versioned<OfficeClient> versioned) {
            OfficeClient client = versioned.state();
            return new View(
                    client.id(),
                    versioned.version(),
                    client.name(),
                    client.office(),
                    client.receivers(),
                    client.active(),
                    client.secretHash() != null);
        }
    }

    /** A new secret, shown this once. */
    record Secret(String clientId, String clientSecret) {}

    private final AdministerOfficeClients clients;

    OfficeClientController(AdministerOfficeClients clients) {
        this.clients = clients;
    }

    @GetMapping
    Page<View> list(Identity who, PageRequest page) {
        return orRefuse(clients.list(who, page.cursor(), page.size())).map(View::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<View> read(Identity who, @PathVariable String id) {
        return answer(clients.read(who, id));
    }

    @PutMapping("/{id}")
    ResponseEntity<View> define(
            Identity who,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable EntityVersion seen,
            @RequestBody OfficeClientDefinition definition) {
        return answer(clients.define(who, id, seen == null ? 0 : seen.number(), definition));
    }

    @PostMapping("/{id}/secret")
    ResponseEntity<Secret> issueSecret(
            Identity who, @PathVariable String id, @RequestHeader("If-Match") EntityVersion seen) {
        Issued issued = orRefuse(clients.issueSecret(who, id, seen.number()));
        return ResponseEntity.ok()
                .eTag(new EntityVersion(issued.client().version()).tag())
                .cacheControl(CacheControl.noStore())
                .body(new Secret(id, issued.secret()));
    }

    @DeleteMapping("/{id}/secret")
    ResponseEntity<View> revokeSecret(
            Identity who, @PathVariable String id, @RequestHeader("If-Match") EntityVersion seen) {
        return answer(clients.revokeSecret(who, id, seen.number()));
    }

    private static ResponseEntity<View> answer(Result<Versioned<OfficeClient>> result) {
        Versioned<OfficeClient> client = orRefuse(result);
        return ResponseEntity.ok()
                .eTag(new EntityVersion(client.version()).tag())
                .body(View.of(client));
    }
}

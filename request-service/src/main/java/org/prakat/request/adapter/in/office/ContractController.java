package org.prakat.request.adapter.in.office;

import static org.prakat.common.web.RefusedException.orRefuse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The contract with other offices, for their tools: it holds no secret, so everybody may read it. */
@RestController
@RequestMapping(ContractController.PATH)
class ContractController {

    static final String PATH = "/contract";

    private static final String SCHEMAS = "/org/prakat/common/schemas/";

    /** Where the document of the source tree finds the schemas. */
    private static final String SCHEMAS_IN_SOURCE = "../common/src/main/resources" + SCHEMAS;

    private static final String DOCUMENT = "/org/prakat/request/contract/asyncapi.yaml";
    private static final MediaType YAML = MediaType.parseMediaType("application/yaml");
    private static final MediaType JSON_SCHEMA = MediaType.parseMediaType("application/schema+json");
    private static final CacheControl CACHED =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final byte[] document;
    private final Map<String, byte[]> schemas = new HashMap<>();

    /** @throws UncheckedIOException when a part of it was not built in */
    ContractController() {
        try (InputStream text =
                Objects.requireNonNull(ContractController.class.getResourceAsStream(DOCUMENT), DOCUMENT)) {
            document = new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(SCHEMAS_IN_SOURCE, "schemas/")
                    .getBytes(StandardCharsets.UTF_8);
            for (Resource schema :
                    new PathMatchingResourcePatternResolver().getResources("classpath:" + SCHEMAS + "*.json")) {
                schemas.put(Objects.requireNonNull(schema.getFilename()), schema.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/asyncapi.yaml")
    ResponseEntity<byte[]> asyncApi() {
        return ResponseEntity.ok().contentType(YAML).cacheControl(CACHED).body(document);
    }

    @GetMapping("/schemas/{file}")
    ResponseEntity<byte[]> schema(@PathVariable String file) {
        byte[] schema = schemas.get(file);
        return schema == null
                ? orRefuse(Result.refused(Reason.NOT_FOUND, "NOT_FOUND"))
                : ResponseEntity.ok()
                        .contentType(JSON_SCHEMA)
                        .cacheControl(CACHED)
                        .body(schema);
    }
}

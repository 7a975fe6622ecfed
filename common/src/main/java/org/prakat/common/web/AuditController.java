package org.prakat.common.web;

import static org.prakat.common.web.RefusedException.orRefuse;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.prakat.common.audit.AuditDesk;
import org.prakat.common.audit.AuditTrail;
import org.prakat.common.audit.AuditTrail.Numbered;
import org.prakat.common.audit.Checkpoint;
import org.prakat.common.audit.Verification;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The audit trail of a service, for the auditors and administrators of an office. */
@RestController
@RequestMapping("${prakat.audit.path:/api/audit}")
public class AuditController {

    private final AuditDesk desk;
    private final JsonMapper json;

    AuditController(AuditDesk desk, JsonMapper json) {
        this.desk = desk;
        this.json = json;
    }

    @GetMapping
    Page<Numbered> list(Identity who, AuditTrail.Query query, PageRequest page) {
        return orRefuse(desk.list(who, query, page.cursor(), page.size()));
    }

    /** The whole chain with its seals, a line of JSON for each entry. */
    @GetMapping("/export")
    void export(Identity who, HttpServletResponse response) throws IOException {
        String office = orRefuse(desk.allowed(who));
        response.setContentType("application/x-ndjson;charset=UTF-8");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit-" + office + ".ndjson\"");
        Writer lines = response.getWriter();
        desk.export(who, link -> write(lines, json.writeValueAsString(link)));
        lines.flush();
    }

    private static void write(Writer lines, String line) {
        try {
            lines.write(line);
            lines.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Verifies the trail by itself and by the checkpoints that the service keeps. */
    @GetMapping("/verification")
    Verification verify(Identity who) {
        return orRefuse(desk.verify(who, List.of()));
    }

    /** Verifies it moreover by checkpoints that the caller kept. */
    @PostMapping("/verification")
    Verification verify(Identity who, @RequestBody List<Checkpoint> kept) {
        return orRefuse(desk.verify(who, kept));
    }

    /** How far the trail reaches now, signed, to be kept elsewhere. */
    @GetMapping("/checkpoint")
    Checkpoint checkpoint(Identity who) {
        return orRefuse(desk.checkpoint(who));
    }
}

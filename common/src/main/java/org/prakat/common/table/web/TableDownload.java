package org.prakat.common.table.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.prakat.common.table.TableFormat;
import org.prakat.common.table.TableWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * A table as the answer to a call; it goes out while it is read.
 *
 * @param name of the file, without its extension
 * @param sheet its name, at most 31 characters
 * @param headings of the columns
 */
public record TableDownload(String name, String sheet, List<String> headings) {

    private static final HeaderContentNegotiationStrategy ACCEPT = new HeaderContentNegotiationStrategy();

    /**
     * Writes the answer.
     *
     * @param asked the format that the address names; where it names none, {@code Accept} decides
     * @param rows hands over the rows one by one
     * @throws HttpMediaTypeNotAcceptableException when {@code Accept} is malformed
     * @throws IOException when the caller goes away
     */
    public void send(
            @Nullable TableFormat asked,
            Consumer<Consumer<List<? extends @Nullable Object>>> rows,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, HttpMediaTypeNotAcceptableException {
        TableFormat format = asked == null ? accepted(request) : asked;
        response.setContentType(format.mediaType());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + format.extension() + "\"");
        try (TableWriter table = format.begin(response.getOutputStream(), sheet, headings)) {
            rows.accept(cells -> write(table, cells));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What the caller likes best; comma-separated values where they do not care. */
    private static TableFormat accepted(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
        return ACCEPT.resolveMediaTypes(new ServletWebRequest(request)).stream()
                .flatMap(liked -> Arrays.stream(TableFormat.values())
                        .filter(format -> liked.isCompatibleWith(MediaType.parseMediaType(format.mediaType()))))
                .findFirst()
                .orElse(TableFormat.CSV);
    }

    private static void write(TableWriter table, List<? extends @Nullable Object> cells) {
        try {
            table.row(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

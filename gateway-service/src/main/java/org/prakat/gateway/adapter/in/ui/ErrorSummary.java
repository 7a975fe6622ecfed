package org.prakat.gateway.adapter.in.ui;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.prakat.gateway.application.port.Services.Problem;

/** What is wrong, as a page shows it: in a summary on top that links to the fields, and beside each field. */
public final class ErrorSummary {

    /** Nothing is wrong. */
    static final ErrorSummary NONE = new ErrorSummary(null, field -> "#" + field);

    /** One line of the summary. */
    public record Line(String href, String field, String message) {

        /** The field, whichever of several of its kind it is. */
        public String kind() {
            return field.replaceAll("\\[\\d+]", "");
        }
    }

    private final @Nullable Problem problem;
    private final UnaryOperator<String> links;

    private ErrorSummary(@Nullable Problem problem, UnaryOperator<String> links) {
        this.problem = problem;
        this.links = links;
    }

    /** The fields stand on the same page. */
    static ErrorSummary of(Problem problem) {
        return new ErrorSummary(problem, field -> "#" + field);
    }

    /** @param links to where each field stands */
    static ErrorSummary of(Problem problem, UnaryOperator<String> links) {
        return new ErrorSummary(problem, links);
    }

    public boolean any() {
        return problem != null;
    }

    public String title() {
        return problem == null ? "" : problem.title();
    }

    /** Whether it is about the version that was seen. */
    public boolean stale() {
        return problem != null && "STALE".equals(problem.code());
    }

    public List<Line> lines() {
        return problem == null
                ? List.of()
                : problem.faults().stream()
                        .map(fault -> new Line(links.apply(fault.field()), fault.field(), fault.message()))
                        .toList();
    }

    /** What is wrong with a field, or with a part of it; absent when nothing is. */
    public @Nullable String of(String field) {
        return lines().stream()
                .filter(line -> line.field().equals(field) || line.field().startsWith(field + "."))
                .map(Line::message)
                .findFirst()
                .orElse(null);
    }
}

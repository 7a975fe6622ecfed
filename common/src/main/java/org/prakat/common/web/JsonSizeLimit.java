package org.prakat.common.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses JSON bodies above a size, whether or not they say their length. Files are streamed and have limits of their own. */
final class JsonSizeLimit extends OncePerRequestFilter {

    private final long most;
    private final ProblemWriter problems;

    JsonSizeLimit(DataSize most, ProblemWriter problems) {
        this.most = most.toBytes();
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.contains("json");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > most) {
            problems.write(request, response, HttpStatus.CONTENT_TOO_LARGE, "CONTENT_TOO_LARGE");
            return;
        }
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public ServletInputStream getInputStream() throws IOException {
                        return new Bounded(super.getInputStream(), most);
                    }
                },
                response);
    }

    private static final class Bounded extends ServletInputStream {

        private final ServletInputStream source;
        private long left;

        Bounded(ServletInputStream source, long most) {
            this.source = source;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int read = source.read();
            return count(read, read < 0 ? 0 : 1);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = source.read(buffer, offset, length);
            return count(read, Math.max(read, 0));
        }

        private int count(int answer, int bytes) {
            left -= bytes;
            if (left < 0) {
                throw new RefusedException(Refusal.of(Reason.TOO_LARGE, "CONTENT_TOO_LARGE"));
            }
            return answer;
        }

        @Override
        public boolean isFinished() {
            return source.isFinished();
        }

        @Override
        public boolean isReady() {
            return source.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            source.setReadListener(listener);
        }
    }
}

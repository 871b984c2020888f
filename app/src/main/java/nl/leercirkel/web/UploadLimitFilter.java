package nl.leercirkel.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says that a file is too large. Tomcat would throw away the whole form, its CSRF token included, and the person would
 * read that the form had expired.
 */
@Component
@Order(UploadLimitFilter.ORDER)
class UploadLimitFilter extends OncePerRequestFilter {
    /** After the audit log (-110), so that it is written down; before Spring Security (-100), which reads the form. */
    static final int ORDER = -105;

    private final DataSize most;

    UploadLimitFilter(@Value("${spring.servlet.multipart.max-request-size}") DataSize most) {
        this.most = most;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > most.toBytes()) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        chain.doFilter(request, response);
    }
}

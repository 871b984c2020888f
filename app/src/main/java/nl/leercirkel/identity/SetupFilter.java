package nl.leercirkel.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sends everybody to the set-up page as long as this installation is empty. */
class SetupFilter extends OncePerRequestFilter {
    private final Setup setup;

    SetupFilter(Setup setup) {
        this.setup = setup;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (setup.isNeeded() && !request.getRequestURI().equals("/inrichten")) {
            response.sendRedirect("/inrichten");
        } else {
            chain.doFilter(request, response);
        }
    }
}

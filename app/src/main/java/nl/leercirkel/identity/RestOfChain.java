package nl.leercirkel.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** The rest of a chain of filters, run with something bound to it. */
final class RestOfChain {
    /** Binds something and makes the call within it. */
    @FunctionalInterface
    interface Binding {
        void around(ScopedValue.CallableOp<Boolean, Exception> call) throws Exception;
    }

    private RestOfChain() {}

    static void run(Binding binding, ServletRequest request, ServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            binding.around(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException known) {
            throw known;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }
}

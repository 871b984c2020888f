package nl.leercirkel.audit;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.OnCommittedResponseWrapper;

/**
 * Calls back once, with the status, before the first byte of the answer leaves: no answer without its entry. Two
 * layers: the outer one notes the status of an error or redirect, the inner one knows when the answer is about to go.
 */
class AuditedResponse extends HttpServletResponseWrapper {
    private final IntConsumer beforeCommit;
    private final AtomicBoolean called = new AtomicBoolean();
    private int announcedStatus;

    AuditedResponse(HttpServletResponse response, IntConsumer beforeCommit) {
        super(response);
        this.beforeCommit = beforeCommit;
        setResponse(new OnCommittedResponseWrapper(response) {
            @Override
            protected void onResponseCommitted() {
                finish();
            }
        });
    }

    @Override
    public void sendError(int status) throws IOException {
        announcedStatus = status;
        super.sendError(status);
    }

    @Override
    public void sendError(int status, @Nullable String message) throws IOException {
        announcedStatus = status;
        super.sendError(status, message);
    }

    @Override
    public void sendRedirect(@Nullable String location) throws IOException {
        announcedStatus = HttpServletResponse.SC_FOUND;
        super.sendRedirect(location);
    }

    /** Before the answer leaves, or at the end of the request when nothing has left yet. */
    void finish() {
        finish(announcedStatus != 0 ? announcedStatus : getStatus());
    }

    void finish(int status) {
        if (called.compareAndSet(false, true)) {
            beforeCommit.accept(status);
        }
    }
}

package nl.leercirkel.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.leercirkel.security.OpenToAll;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What somebody sees when a request fails: what is wrong and how to go on, in Dutch or English. Nothing of the fault
 * itself: that is in the log of the application.
 */
@Controller
class ErrorPages implements ErrorController {

    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    @OpenToAll(why = "een foutmelding moet iedereen kunnen lezen")
    String page(HttpServletRequest request, HttpServletResponse response, Model model) {
        HttpStatus status = statusOf(request);
        response.setStatus(status.value());
        model.addAttribute("status", status.value());
        model.addAttribute("kind", kindOf(status));
        return "web/error";
    }

    @RequestMapping("/error")
    @OpenToAll(why = "een foutmelding moet iedereen kunnen lezen")
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        HttpStatus status = statusOf(request);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatus(status));
    }

    private static HttpStatus statusOf(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus known = status instanceof Integer code ? HttpStatus.resolve(code) : HttpStatus.NOT_FOUND;
        return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    }

    private static String kindOf(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN, UNAUTHORIZED -> "refused";
            case NOT_FOUND, GONE -> "notFound";
            case CONTENT_TOO_LARGE, PAYLOAD_TOO_LARGE -> "tooLarge";
            default -> status.is5xxServerError() ? "fault" : "invalid";
        };
    }
}

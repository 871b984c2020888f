package nl.leercirkel;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells the person at the terminal where Leercirkel is to be found. */
@Component
class Announcement {
    private final Environment environment;

    Announcement(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void announce() {
        System.out.println();
        System.out.println("Leercirkel draait op http://127.0.0.1:" + environment.getProperty("local.server.port"));
        System.out.println("Stoppen: Ctrl-C");
    }
}

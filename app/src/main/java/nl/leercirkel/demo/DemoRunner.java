package nl.leercirkel.demo;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Loads the demo before the first request, and says at each start who can sign in. */
@Component
@ConditionalOnProperty(name = "leercirkel.demo", havingValue = "true")
class DemoRunner implements ApplicationRunner {
    private final DemoContent content;

    DemoRunner(DemoContent content) {
        this.content = content;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        content.load();
    }

    /** After the address. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void tellWhoCanSignIn() {
        System.out.println();
        System.out.println(
                "Voorbeeldaccounts van Dordrecht (voor Venlo: @venlo.example, voor Midden-Limburg Oost: @mlo.example),"
                        + " wachtwoord: " + DemoAccounts.PASSWORD);
        for (DemoAccounts.Part part : DemoAccounts.PARTS) {
            System.out.println("  " + part.mailbox() + "@dordrecht.example");
        }
        System.out.println("  toetser@onderzoek.example (werkt voor alle drie)");
    }
}

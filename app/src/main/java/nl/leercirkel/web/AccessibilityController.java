package nl.leercirkel.web;

import nl.leercirkel.security.OpenToAll;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The accessibility statement that a Dutch public body owes its users. */
@Controller
class AccessibilityController {
    @GetMapping("/toegankelijkheid")
    @OpenToAll(why = "de toegankelijkheidsverklaring is openbaar")
    String statement() {
        return "web/accessibility";
    }
}

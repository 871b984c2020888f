package nl.leercirkel.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import nl.leercirkel.security.OpenToAll;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The button that leads to the provider: goes there, or says that it cannot be reached. */
@Controller
class OpenIdConnectController {
    private final ObjectProvider<OpenIdConnect> openIdConnect;

    OpenIdConnectController(ObjectProvider<OpenIdConnect> openIdConnect) {
        this.openIdConnect = openIdConnect;
    }

    @GetMapping("/inloggen/organisatie")
    @OpenToAll(why = "hier begint het aanmelden bij de eigen organisatie")
    String begin(
            @RequestParam(name = LocalPath.PARAMETER, required = false) @Nullable String path,
            HttpServletRequest request) {
        OpenIdConnect provider = openIdConnect.getIfAvailable();
        if (provider == null) {
            return "redirect:/inloggen";
        }
        Optional<String> there = provider.begin(request, LocalPath.orHome(path));
        return "redirect:" + there.orElse("/inloggen?reden=" + Doorkeeper.Reason.PROVIDER_DOWN.code);
    }
}

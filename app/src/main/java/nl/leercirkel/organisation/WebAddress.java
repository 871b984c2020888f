package nl.leercirkel.organisation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** The address of a partner's site. It becomes a link, so nothing but http and https may get through. */
final class WebAddress {
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:.*");

    private WebAddress() {}

    /** People type www.voorbeeld.nl. */
    static String completed(String typed) {
        return typed.isEmpty() || SCHEME.matcher(typed).matches() ? typed : "https://" + typed;
    }

    static boolean isAcceptable(String address) {
        if (address.length() > PartnerDraft.LONGEST_WEBSITE) {
            return false;
        }
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme();
            // User information ("https://bank.nl@elders.nl") only serves to mislead.
            return scheme != null
                    && (scheme.toLowerCase(Locale.ROOT).equals("http")
                            || scheme.toLowerCase(Locale.ROOT).equals("https"))
                    && uri.getHost() != null
                    && uri.getHost().contains(".")
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}

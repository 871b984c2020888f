package nl.leercirkel.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @Test
    void completesWhatPeopleType() {
        assertThat(WebAddress.completed("www.voorbeeld.nl")).isEqualTo("https://www.voorbeeld.nl");
        assertThat(WebAddress.completed("http://voorbeeld.nl")).isEqualTo("http://voorbeeld.nl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://www.voorbeeld.nl", "http://voorbeeld.nl/over?x=1#y", "HTTPS://VOORBEELD.NL"})
    void acceptsSites(String address) {
        assertThat(WebAddress.isAcceptable(WebAddress.completed(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript://voorbeeld.nl/%0Aalert(1)",
                "data:text/html,<script>",
                "ftp://voorbeeld.nl",
                "file:///etc/passwd",
                "https://bank.nl@elders.nl",
                "https://",
                "https://localhost",
                "geen adres",
                "https://voorbeeld.nl/\"><script>"
            })
    void refusesTheRest(String address) {
        assertThat(WebAddress.isAcceptable(WebAddress.completed(address))).isFalse();
    }
}

package nl.leercirkel.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    /** The ASCII secret "12345678901234567890" of RFC 6238, appendix B, in base 32. */
    private static final String RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void givesTheCodesOfTheRfc(long second, String code) {
        assertThat(Totp.code(RFC_SECRET, second / 30, 8)).isEqualTo(code);
        assertThat(Totp.codeAt(RFC_SECRET, Instant.ofEpochSecond(second))).isEqualTo(code.substring(2));
    }

    @Test
    void acceptsOneStepEarlierOrLaterAndNoMore() {
        Instant now = Instant.ofEpochSecond(1234567890);
        for (int steps = -2; steps <= 2; steps++) {
            String code = Totp.codeAt(RFC_SECRET, now.plusSeconds(30L * steps));
            assertThat(Totp.matchingStep(RFC_SECRET, code, now).isPresent())
                    .as("%d steps away", steps)
                    .isEqualTo(Math.abs(steps) <= 1);
        }
    }

    @Test
    void refusesWhatIsNoCode() {
        Instant now = Instant.ofEpochSecond(59);
        assertThat(Totp.matchingStep(RFC_SECRET, "", now)).isEmpty();
        assertThat(Totp.matchingStep(RFC_SECRET, "287082x", now)).isEmpty();
        assertThat(Totp.matchingStep(RFC_SECRET, "287 082", now)).hasValue(1);
    }

    @Test
    void theQrCodeCanBeReadBack() {
        String address = Totp.address(RFC_SECRET, "Leercirkel", "jo@voorbeeld.nl");
        assertThat(address)
                .isEqualTo("otpauth://totp/Leercirkel:jo%40voorbeeld.nl?secret=" + RFC_SECRET
                        + "&issuer=Leercirkel&algorithm=SHA1&digits=6&period=30");
        assertThat(QrCodeReader.read(QrCode.svg(address, "QR"))).isEqualTo(address);
    }
}

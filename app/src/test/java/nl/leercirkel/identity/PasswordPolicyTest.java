package nl.leercirkel.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordPolicyTest {
    @ParameterizedTest
    @CsvSource({
        "elf tekens!, TOO_SHORT",
        "123456789012, TOO_COMMON",
        "210987654321, TOO_COMMON",
        "Welkom2026!!!!, TOO_COMMON",
        "WelkomWelkom01, TOO_COMMON",
        "qwertyuiopas, TOO_COMMON",
        "aaaaaaaaaaaaaaa, TOO_COMMON",
        "Zomer-2026-2027, TOO_COMMON",
        "mijn JANSEN wachtwoord, CONTAINS_NAME",
        "fietsbel jjansen99 regen, CONTAINS_NAME",
        "leercirkel is rond, CONTAINS_NAME",
    })
    void refuses(String password, PasswordPolicy.Problem problem) {
        assertThat(PasswordPolicy.problem(password, "Jo Jansen", "jjansen99@voorbeeld.nl"))
                .hasValue(problem);
    }

    @ParameterizedTest
    @CsvSource({"fietsbel regen koffie", "kT7-pq2_Zw9x", "één twee drie vier"})
    void accepts(String password) {
        assertThat(PasswordPolicy.problem(password, "Jo Jansen", "jjansen99@voorbeeld.nl"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"200, true", "201, false"})
    void hasALongestLength(int length, boolean accepted) {
        String password = "fiets bel regen!".repeat(20).substring(0, length);
        assertThat(PasswordPolicy.problem(password, "Jo", "jo@voorbeeld.nl").isEmpty())
                .isEqualTo(accepted);
    }
}

package nl.leercirkel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramsTest {

    @Test
    void anOrdinaryUserRunsThemDirectly() {
        assertThat(Programs.prefix(false, command -> true)).isEmpty();
    }

    @Test
    void rootStepsDown() {
        assertThat(Programs.prefix(true, command -> command.equals(List.of("unshare", "-U"))))
                .containsExactly("unshare", "-U");
    }

    @Test
    void rootThatCannotStepDownIsToldWhatToDo() {
        assertThatThrownBy(() -> Programs.prefix(true, command -> false))
                .isInstanceOfSatisfying(
                        DatabaseStartException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(DatabaseStartException.Reason.ROOT_REFUSED))
                .hasMessageContaining("gewone gebruiker");
    }
}

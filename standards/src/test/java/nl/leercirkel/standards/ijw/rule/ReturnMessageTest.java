package nl.leercirkel.standards.ijw.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import nl.leercirkel.standards.ijw.message.AllocatedClient;
import nl.leercirkel.standards.ijw.message.AllocatedProduct;
import nl.leercirkel.standards.ijw.message.Amount;
import nl.leercirkel.standards.ijw.message.AnswerEnd;
import nl.leercirkel.standards.ijw.message.AnswerHead;
import nl.leercirkel.standards.ijw.message.AnswerHeader;
import nl.leercirkel.standards.ijw.message.Contact;
import nl.leercirkel.standards.ijw.message.DeclarationClient;
import nl.leercirkel.standards.ijw.message.DeclarationLine;
import nl.leercirkel.standards.ijw.message.Message;
import nl.leercirkel.standards.ijw.message.ReturnHeader;
import nl.leercirkel.standards.ijw.message.SchemaVersions;
import nl.leercirkel.standards.ijw.support.Example;
import org.junit.jupiter.api.Test;

/** How answers are built: IV028, IV032, IV087, IV088, OP065, OP304, in our words in the catalogue. */
class ReturnMessageTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final AnswerIdentity IDENTITY =
            new AnswerIdentity("RET1", TODAY, new SchemaVersions("1.2.3", "1.2.4"));

    @Test
    void aStructureFaultGetsNoReturnMessage() throws IOException {
        Judgement judgement = judge(Example.of("JW305").edit("Client/Geslacht=7"), List.of());
        assertThat(judgement.structure().valid()).isFalse();
        assertThat(judgement.answer()).isEmpty();
        assertThat(judgement.findings()).isEmpty();
    }

    @Test
    void aContentFaultRejectsByTheHeaderAlone() throws IOException {
        Message answer = answer(Example.of("JW301").edit("Client/Bsn=999900007"), List.of());
        assertThat(answer.parts()).isEmpty();
        assertThat(answer.header().type().name()).isEqualTo("JW302");
        assertThat(answer.header().sender()).isEqualTo("0505");
        assertThat(answer.header().identification().id()).isEqualTo("M001");
        ReturnHeader header = (ReturnHeader) answer.header().answer();
        assertThat(header.returnCodes()).containsExactly("0001");
        assertThat(header.identification()).isEqualTo("RET1");
        assertThat(header.date()).isEqualTo(TODAY);
        assertThat(header.versions().message()).isEqualTo("1.2.4");
    }

    @Test
    void aFaultAgainstOtherMessagesNamesAllClassesOfTheClient() throws IOException {
        Example other = Stories.allocation()
                .edit("Client/Bsn=999900018;Header/BerichtIdentificatie/Identificatie=M000;-" + Stories.PRODUCT
                        + "[2]");
        Message answer = answer(Example.of("JW301"), List.of(other));
        assertThat(answer.header().answer().returnCodes()).containsExactly("0200");
        AllocatedClient client = (AllocatedClient) answer.parts().getFirst();
        assertThat(client.returnCodes()).containsExactly("0200");
        assertThat(client.products())
                .extracting(AllocatedProduct::returnCodes)
                .containsExactly(List.of("9332"), List.of("0200"));
        assertThat(client.contacts()).extracting(Contact::returnCodes).containsOnly(List.of("0200"));
        assertThat(client.relations().getFirst().contact().returnCodes()).containsExactly("0200");
    }

    @Test
    void aFaultOfTheHeaderLeavesOutTheClient() throws IOException {
        Message answer = answer(
                Example.of("JW305").edit("Header/BerichtIdentificatie/Dagtekening=2026-11-27"),
                Stories.before("JW305"));
        assertThat(answer.parts()).isEmpty();
        assertThat(answer.header().answer().returnCodes()).containsExactly("8848");
    }

    @Test
    void anAnswerHoldsOnlyRejectedLinesAndGrantsTheRest() throws IOException {
        // The second client has no allocation: its line is rejected and, since it is not known, the client too.
        Message answer =
                answer(Example.of("JW323"), List.of(Stories.allocation(), Stories.march(), Stories.marchApproved()));
        assertThat(answer.header().type().name()).isEqualTo("JW325");
        assertThat(answer.header().sender()).isEqualTo("0505");
        assertThat(answer.header().receiver()).isEqualTo("12345678");
        AnswerHeader header = (AnswerHeader) answer.header().answer();
        assertThat(header.declaration().id()).isEqualTo("D001");
        assertThat(header.declarationVersions()).isEqualTo(new SchemaVersions("1.0.0", "1.0.0"));
        assertThat(answer.parts()).hasSize(3);
        AnswerHead head = (AnswerHead) answer.parts().getFirst();
        assertThat(head.submitted()).isEqualTo(new Amount(99_000, false));
        assertThat(head.granted()).isEqualTo(new Amount(57_000, false));
        DeclarationClient client = (DeclarationClient) answer.parts().get(1);
        assertThat(client.bsn().digits()).isEqualTo("999900018");
        assertThat(client.returnCodes()).containsExactly("8187");
        assertThat(client.lines()).extracting(DeclarationLine::returnCodes).containsExactly(List.of("9338"));
        assertThat(((AnswerEnd) answer.parts().get(2)).returnCodes()).containsExactly("0200");
        // What we answer keeps the rules of an answer.
        Judgement ofAnswer = MessageJudge.ofContent().judge(new ByteArrayInputStream(Written.bytes(answer)));
        assertThat(ofAnswer.findings()).isEmpty();
        assertThat(ofAnswer.structure().violations()).isEmpty();
    }

    @Test
    void aRejectedDeclarationGrantsNothingAndListsNothing() throws IOException {
        Message answer =
                answer(Example.of("JW323").edit("Declaratie/DeclaratieNummer=D202603"), Stories.before("JW323"));
        assertThat(answer.header().answer().returnCodes()).containsExactly("0200");
        assertThat(answer.parts())
                .containsExactly(
                        new AnswerHead("D202603", new Amount(99_000, false), new Amount(0, false)),
                        new AnswerEnd(List.of("9333")));
        assertThat(MessageJudge.ofContent()
                        .judge(new ByteArrayInputStream(Written.bytes(answer)))
                        .faultless())
                .isTrue();
    }

    @Test
    void aContentFaultInADeclarationRejectsItByTheHeader() throws IOException {
        Message answer = answer(
                Example.of("JW323").edit("Declaratie/TotaalIngediendBedrag/TotaalBedrag=1"), Stories.before("JW323"));
        assertThat(answer.header().answer().returnCodes()).containsExactly("0001");
        assertThat(answer.parts()).isEmpty();
    }

    private static Message answer(Example example, List<Example> before) throws IOException {
        return judge(example, before).answer().orElseThrow();
    }

    private static Judgement judge(Example example, List<Example> before) throws IOException {
        return MessageJudge.withHistory(Stories.history(before), ReferenceData.clockOnly(TODAY))
                .judge(new ByteArrayInputStream(example.bytes()), IDENTITY, (part, place) -> {});
    }
}

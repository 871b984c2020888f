package nl.leercirkel.standards.ijw.rule;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import nl.leercirkel.standards.ijw.message.Message;
import nl.leercirkel.standards.ijw.stream.MessageReader;
import nl.leercirkel.standards.ijw.stream.Violation;
import nl.leercirkel.standards.ijw.support.Example;

/** What came before each of our example messages, so that the example breaks no rule. */
final class Stories {
    private Stories() {}

    static final String PRODUCT = "Client/ToegewezenProducten/ToegewezenProduct";

    static List<Example> before(String type) {
        return switch (type) {
            case "JW301", "JW319" -> List.of(request());
            case "JW305", "JW317" -> List.of(allocation());
            case "JW307" -> List.of(allocation(), Example.of("JW305"));
            case "JW323" -> List.of(allocation(), otherAllocation(), march(), marchApproved());
            case "JW325" -> List.of(allocation(), otherAllocation(), Example.of("JW323"));
            default -> List.of();
        };
    }

    static Example request() {
        return Example.of("JW315");
    }

    static Example allocation() {
        return Example.of("JW301");
    }

    /** An allocation in euros to the second client of the declaration. */
    static Example otherAllocation() {
        return Example.of("JW301")
                .edit("Header/BerichtIdentificatie/Identificatie=M002;Client/Bsn=999900018;-" + PRODUCT + "[2];"
                        + PRODUCT
                        + "/ToewijzingNummer=70009;" + PRODUCT + "/Product/Categorie=43;" + PRODUCT
                        + "/Product/Code=43A01;" + PRODUCT
                        + "/Omvang/Volume=50000;" + PRODUCT + "/Omvang/Eenheid=83;" + PRODUCT + "/Omvang/Frequentie=4");
    }

    /** The declaration of March, whose one line the April example credits. */
    static Example march() {
        String line = "Declaratie/Clienten/Client/Prestaties/Prestatie";
        return Example.of("JW323")
                .edit(
                        "Header/BerichtIdentificatie/Identificatie=D000;Header/BerichtIdentificatie/Dagtekening=2026-04-03;"
                                + "Declaratie/DeclaratieNummer=D202603;Declaratie/DeclaratiePeriode/Begindatum=2026-03-01;"
                                + "Declaratie/DeclaratiePeriode/Einddatum=2026-03-31;Declaratie/DeclaratieDagtekening=2026-04-03;"
                                + "Declaratie/TotaalIngediendBedrag/TotaalBedrag=19000;-Declaratie/Clienten/Client[2];-"
                                + line + "[2];" + line
                                + "/ProductReferentie/ReferentieNummer=R050;" + line
                                + "/ProductPeriode/Begindatum=2026-03-10;" + line
                                + "/ProductPeriode/Einddatum=2026-03-31;" + line + "/GeleverdVolume=2;" + line
                                + "/IngediendBedrag/Bedrag=19000");
    }

    static Example marchApproved() {
        return Example.of("JW325")
                .edit(
                        "Header/BerichtIdentificatie/Identificatie=B000;Header/DeclaratieIdentificatie/Identificatie=D000;"
                                + "DeclaratieAntwoord/DeclaratieNummer=D202603;DeclaratieAntwoord/TotaalIngediendBedrag/TotaalBedrag=19000;"
                                + "DeclaratieAntwoord/TotaalToegekendBedrag/TotaalBedrag=19000;-DeclaratieAntwoord/Clienten;"
                                + "DeclaratieAntwoord/RetourCodes/RetourCode=8001");
    }

    static MemoryHistory history(List<Example> messages) {
        MemoryHistory history = new MemoryHistory();
        messages.forEach(example -> history.add(message(example)));
        return history;
    }

    static Message message(Example example) {
        List<Violation> violations = new ArrayList<>();
        try {
            return new MessageReader()
                    .readWhole(new ByteArrayInputStream(example.bytes()), violations)
                    .orElseThrow(() -> new IllegalStateException(violations.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package nl.leercirkel.standards.ijw.rule;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.leercirkel.standards.ijw.message.AnswerHead;
import nl.leercirkel.standards.ijw.message.AnswerHeader;
import nl.leercirkel.standards.ijw.message.DeclarationClient;
import nl.leercirkel.standards.ijw.message.DeclarationLine;
import nl.leercirkel.standards.ijw.message.Header;

/** Rules of the answer to a declaration against that declaration. */
final class StoredAnswerRules {
    private final StoredContext context;
    private final Findings findings;
    private int client;

    StoredAnswerRules(StoredContext context) {
        this.context = context;
        this.findings = context.findings();
    }

    void header() {
        if (!(context.header().answer() instanceof AnswerHeader answer)) {
            return;
        }
        String path = "/Bericht/Header";
        String identification = answer.declaration().id();
        Optional<Header> declaration = context.history().declarationMessage(context.parties(), identification);
        if (declaration.isEmpty()) {
            findings.add("TR337", path, "DeclaratieIdentificatie/Identificatie", identification);
        } else if (!declaration.get().versions().equals(answer.declarationVersions())) {
            findings.add(
                    "TR371",
                    path,
                    "XsdVersieDeclaratie",
                    answer.declarationVersions().message());
        }
    }

    void begin(AnswerHead head) {
        if (context.history()
                .declaration(context.parties(), head.declarationNumber())
                .isEmpty()) {
            findings.add("TR376", AnswerRules.ANSWER, "DeclaratieNummer", head.declarationNumber());
        }
    }

    void check(DeclarationClient given) {
        client++;
        context.client(given.bsn(), AnswerRules.client(client));
        List<DeclarationLine> lines = given.lines();
        for (int i = 0; i < lines.size(); i++) {
            line(lines.get(i), AnswerRules.line(client, i + 1));
        }
    }

    private void line(DeclarationLine line, String path) {
        Optional<History.DeclaredLine> declared =
                context.history().line(context.parties(), line.reference().number());
        if (declared.isEmpty()) {
            findings.add("TR366", path, "ProductReferentie", line.reference().number());
            return;
        }
        DeclarationLine sent = declared.get().line();
        unequal(line.allocationNumber(), sent.allocationNumber(), path, "ToewijzingNummer");
        unequal(line.category(), sent.category(), path, "ProductCategorie");
        unequal(line.code(), sent.code(), path, "ProductCode");
        unequal(line.period(), sent.period(), path, "ProductPeriode");
        unequal(line.volume(), sent.volume(), path, "GeleverdVolume");
        unequal(line.unit(), sent.unit(), path, "Eenheid");
        unequal(line.tariff(), sent.tariff(), path, "ProductTarief");
        unequal(line.amount(), sent.amount(), path, "IngediendBedrag");
    }

    private void unequal(
            @org.jspecify.annotations.Nullable Object answered,
            @org.jspecify.annotations.Nullable Object sent,
            String path,
            String element) {
        if (!Objects.equals(answered, sent)) {
            findings.add("TR367", path, element, null);
        }
    }
}

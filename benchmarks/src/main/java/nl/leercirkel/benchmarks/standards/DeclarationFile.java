package nl.leercirkel.benchmarks.standards;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A JW323 of any size that keeps all rules; made while it is read, or held in memory for small ones. */
final class DeclarationFile extends InputStream {
    private static final int FIRST_BSN = 100_000_000;
    private static final int CENTS_OF_CLIENT = 152_000;
    private static final int BATCH = 64;
    private static final String START = """
            <?xml version="1.0" encoding="UTF-8"?>
            <jw323:Bericht xmlns:ijw="http://www.istandaarden.nl/ijw/3_2/basisschema/schema" xmlns:jw323="http://www.istandaarden.nl/ijw/3_2/jw323/schema">
            \t<jw323:Header>
            \t\t<jw323:BerichtCode>490</jw323:BerichtCode>
            \t\t<jw323:BerichtVersie>3</jw323:BerichtVersie>
            \t\t<jw323:BerichtSubversie>2</jw323:BerichtSubversie>
            \t\t<jw323:Afzender>12345678</jw323:Afzender>
            \t\t<jw323:Ontvanger>0505</jw323:Ontvanger>
            \t\t<jw323:BerichtIdentificatie>
            \t\t\t<ijw:Identificatie>D001</ijw:Identificatie>
            \t\t\t<ijw:Dagtekening>2026-05-04</ijw:Dagtekening>
            \t\t</jw323:BerichtIdentificatie>
            \t\t<jw323:XsdVersie>
            \t\t\t<ijw:BasisschemaXsdVersie>1.0.0</ijw:BasisschemaXsdVersie>
            \t\t\t<ijw:BerichtXsdVersie>1.0.0</ijw:BerichtXsdVersie>
            \t\t</jw323:XsdVersie>
            \t</jw323:Header>
            \t<jw323:Declaratie>
            \t\t<jw323:DeclaratieNummer>D202604</jw323:DeclaratieNummer>
            \t\t<jw323:DeclaratiePeriode>
            \t\t\t<ijw:Begindatum>2026-04-01</ijw:Begindatum>
            \t\t\t<ijw:Einddatum>2026-04-30</ijw:Einddatum>
            \t\t</jw323:DeclaratiePeriode>
            \t\t<jw323:DeclaratieDagtekening>2026-05-04</jw323:DeclaratieDagtekening>
            \t\t<jw323:TotaalIngediendBedrag>
            \t\t\t<ijw:TotaalBedrag>%d</ijw:TotaalBedrag>
            \t\t\t<ijw:DebetCredit>D</ijw:DebetCredit>
            \t\t</jw323:TotaalIngediendBedrag>
            \t\t<jw323:Clienten>
            """;
    private static final String LINE = """
            \t\t\t\t\t<jw323:Prestatie>
            \t\t\t\t\t\t<jw323:ProductReferentie>
            \t\t\t\t\t\t\t<ijw:ReferentieNummer>R%2$d%1$s</ijw:ReferentieNummer>
            \t\t\t\t\t\t</jw323:ProductReferentie>
            \t\t\t\t\t\t<jw323:ToewijzingNummer>%1$s</jw323:ToewijzingNummer>
            \t\t\t\t\t\t<jw323:ProductCategorie>45</jw323:ProductCategorie>
            \t\t\t\t\t\t<jw323:ProductCode>45A0%2$d</jw323:ProductCode>
            \t\t\t\t\t\t<jw323:ProductPeriode>
            \t\t\t\t\t\t\t<ijw:Begindatum>2026-04-01</ijw:Begindatum>
            \t\t\t\t\t\t\t<ijw:Einddatum>2026-04-30</ijw:Einddatum>
            \t\t\t\t\t\t</jw323:ProductPeriode>
            \t\t\t\t\t\t<jw323:GeleverdVolume>8</jw323:GeleverdVolume>
            \t\t\t\t\t\t<jw323:Eenheid>04</jw323:Eenheid>
            \t\t\t\t\t\t<jw323:ProductTarief>9500</jw323:ProductTarief>
            \t\t\t\t\t\t<jw323:IngediendBedrag>
            \t\t\t\t\t\t\t<ijw:Bedrag>76000</ijw:Bedrag>
            \t\t\t\t\t\t\t<ijw:DebetCredit>D</ijw:DebetCredit>
            \t\t\t\t\t\t</jw323:IngediendBedrag>
            \t\t\t\t\t</jw323:Prestatie>
            """;
    private static final String CLIENT_START = """
            \t\t\t<jw323:Client>
            \t\t\t\t<jw323:Bsn>%1$s</jw323:Bsn>
            \t\t\t\t<jw323:Prestaties>
            """;
    private static final String CLIENT_END = """
            \t\t\t\t</jw323:Prestaties>
            \t\t\t</jw323:Client>
            """;
    private static final String END = """
            \t\t</jw323:Clienten>
            \t</jw323:Declaratie>
            </jw323:Bericht>
            """;

    private final int clients;
    private final String client;
    private byte[] current;
    private int place;
    private int made;
    private int number = FIRST_BSN;
    private boolean ended;

    private DeclarationFile(int clients) {
        this.clients = clients;
        this.client = CLIENT_START + LINE.formatted("%1$s", 1) + LINE.formatted("%1$s", 2) + CLIENT_END;
        this.current = START.formatted((long) clients * CENTS_OF_CLIENT).getBytes(StandardCharsets.UTF_8);
    }

    /** A file of about so many bytes. */
    static DeclarationFile ofSize(long bytes) {
        int size = new DeclarationFile(0).client.replace("%1$s", "123456789").length();
        return new DeclarationFile((int) (bytes / size));
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (place == current.length && !advance()) {
            return -1;
        }
        int part = Math.min(length, current.length - place);
        System.arraycopy(current, place, buffer, offset, part);
        place += part;
        return part;
    }

    private boolean advance() {
        if (ended) {
            return false;
        }
        place = 0;
        if (made == clients) {
            ended = true;
            current = END.getBytes(StandardCharsets.UTF_8);
            return true;
        }
        StringBuilder batch = new StringBuilder();
        for (int i = 0; i < BATCH && made < clients; i++, made++) {
            batch.append(client.replace("%1$s", nextBsn()));
        }
        current = batch.toString().getBytes(StandardCharsets.UTF_8);
        return true;
    }

    private String nextBsn() {
        do {
            number++;
        } while (!passesElevenTest(number));
        return Integer.toString(number);
    }

    private static boolean passesElevenTest(int bsn) {
        int sum = -(bsn % 10);
        int rest = bsn / 10;
        for (int weight = 2; weight <= 9; weight++) {
            sum += rest % 10 * weight;
            rest /= 10;
        }
        return sum % 11 == 0;
    }
}

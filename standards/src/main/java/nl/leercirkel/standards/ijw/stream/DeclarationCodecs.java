package nl.leercirkel.standards.ijw.stream;

import nl.leercirkel.standards.ijw.definition.ClassShape;
import nl.leercirkel.standards.ijw.message.Amount;
import nl.leercirkel.standards.ijw.message.AnswerEnd;
import nl.leercirkel.standards.ijw.message.AnswerHead;
import nl.leercirkel.standards.ijw.message.Bsn;
import nl.leercirkel.standards.ijw.message.DeclarationClient;
import nl.leercirkel.standards.ijw.message.DeclarationHead;
import nl.leercirkel.standards.ijw.message.DeclarationLine;
import nl.leercirkel.standards.ijw.message.LineReference;
import nl.leercirkel.standards.ijw.message.Period;

/**
 * The classes of declarations and their answers, written out: a file has millions of these, and {@link RecordCodec} takes more
 * time.
 */
final class DeclarationCodecs {
    private static final String RETURN_CODES = "RetourCodes/RetourCode";
    private static final String CREDIT = "C";
    private static final String DEBIT = "D";

    private DeclarationCodecs() {}

    static final class Heads implements Codec<DeclarationHead> {
        private final int number;
        private final Periods period;
        private final int date;
        private final Amounts total;

        Heads(ClassShape shape) {
            number = shape.slot("DeclaratieNummer");
            period = new Periods(shape, "DeclaratiePeriode");
            date = shape.slot("DeclaratieDagtekening");
            total = new Amounts(shape, "TotaalIngediendBedrag", "TotaalBedrag");
        }

        @Override
        public DeclarationHead read(Segment segment) {
            return new DeclarationHead(
                    segment.text(number), period.read(segment), segment.date(date), total.read(segment));
        }

        @Override
        public void write(DeclarationHead value, Segment segment) {
            segment.object(number, value.number());
            period.write(value.period(), segment);
            segment.object(date, value.date());
            total.write(value.total(), segment);
        }
    }

    static final class AnswerHeads implements Codec<AnswerHead> {
        private final int number;
        private final Amounts submitted;
        private final Amounts granted;

        AnswerHeads(ClassShape shape) {
            number = shape.slot("DeclaratieNummer");
            submitted = new Amounts(shape, "TotaalIngediendBedrag", "TotaalBedrag");
            granted = new Amounts(shape, "TotaalToegekendBedrag", "TotaalBedrag");
        }

        @Override
        public AnswerHead read(Segment segment) {
            return new AnswerHead(segment.text(number), submitted.read(segment), granted.read(segment));
        }

        @Override
        public void write(AnswerHead value, Segment segment) {
            segment.object(number, value.declarationNumber());
            submitted.write(value.submitted(), segment);
            granted.write(value.granted(), segment);
        }
    }

    static final class AnswerEnds implements Codec<AnswerEnd> {
        private final int codes;

        AnswerEnds(ClassShape shape) {
            codes = shape.slot(RETURN_CODES);
        }

        @Override
        public AnswerEnd read(Segment segment) {
            return new AnswerEnd(segment.texts(codes));
        }

        @Override
        public void write(AnswerEnd value, Segment segment) {
            segment.putAll(codes, value.returnCodes());
        }
    }

    static final class Clients implements Codec<DeclarationClient> {
        private final int bsn;
        private final int lines;
        private final int codes;

        Clients(ClassShape shape) {
            bsn = shape.slot("Bsn");
            lines = shape.child("Prestatie");
            codes = shape.optionalSlot(RETURN_CODES);
        }

        @Override
        public DeclarationClient read(Segment segment) {
            return new DeclarationClient(new Bsn(segment.text(bsn)), segment.children(lines), segment.texts(codes));
        }

        @Override
        public void write(DeclarationClient value, Segment segment) {
            segment.object(bsn, value.bsn().digits());
            value.lines().forEach(line -> segment.child(lines, line));
            segment.putAll(codes, value.returnCodes());
        }
    }

    static final class Lines implements Codec<DeclarationLine> {
        private final int reference;
        private final int previous;
        private final int allocation;
        private final int category;
        private final int code;
        private final Periods period;
        private final int volume;
        private final int unit;
        private final int tariff;
        private final Amounts amount;
        private final int codes;

        Lines(ClassShape shape) {
            reference = shape.slot("ProductReferentie/ReferentieNummer");
            previous = shape.slot("ProductReferentie/VorigReferentieNummer");
            allocation = shape.slot("ToewijzingNummer");
            category = shape.slot("ProductCategorie");
            code = shape.slot("ProductCode");
            period = new Periods(shape, "ProductPeriode");
            volume = shape.slot("GeleverdVolume");
            unit = shape.slot("Eenheid");
            tariff = shape.slot("ProductTarief");
            amount = new Amounts(shape, "IngediendBedrag", "Bedrag");
            codes = shape.optionalSlot(RETURN_CODES);
        }

        @Override
        public DeclarationLine read(Segment segment) {
            return new DeclarationLine(
                    new LineReference(segment.text(reference), segment.optionalText(previous)),
                    segment.number(allocation),
                    segment.text(category),
                    segment.text(code),
                    period.read(segment),
                    segment.number(volume),
                    segment.text(unit),
                    segment.optionalNumber(tariff),
                    amount.read(segment),
                    segment.texts(codes));
        }

        @Override
        public void write(DeclarationLine value, Segment segment) {
            segment.object(reference, value.reference().number());
            segment.put(previous, value.reference().previous());
            segment.number(allocation, value.allocationNumber());
            segment.object(category, value.category());
            segment.object(code, value.code());
            period.write(value.period(), segment);
            segment.number(volume, value.volume());
            segment.object(unit, value.unit());
            segment.put(tariff, value.tariff());
            amount.write(value.amount(), segment);
            segment.putAll(codes, value.returnCodes());
        }
    }

    private static final class Periods implements Codec<Period> {
        private final int begin;
        private final int end;

        Periods(ClassShape shape, String path) {
            begin = shape.slot(path + "/Begindatum");
            end = shape.slot(path + "/Einddatum");
        }

        @Override
        public Period read(Segment segment) {
            return new Period(segment.date(begin), segment.date(end));
        }

        @Override
        public void write(Period value, Segment segment) {
            segment.object(begin, value.begin());
            segment.object(end, value.end());
        }
    }

    private static final class Amounts implements Codec<Amount> {
        private final int cents;
        private final int debitCredit;

        Amounts(ClassShape shape, String path, String amount) {
            cents = shape.slot(path + "/" + amount);
            debitCredit = shape.slot(path + "/DebetCredit");
        }

        @Override
        public Amount read(Segment segment) {
            return new Amount(segment.number(cents), segment.text(debitCredit).equals(CREDIT));
        }

        @Override
        public void write(Amount value, Segment segment) {
            segment.number(cents, value.cents());
            segment.object(debitCredit, value.credit() ? CREDIT : DEBIT);
        }
    }
}

package nl.leercirkel.standards.ijw.stream;

import nl.leercirkel.standards.ijw.definition.ClassShape;
import nl.leercirkel.standards.ijw.message.Amount;
import nl.leercirkel.standards.ijw.message.BirthDate;
import nl.leercirkel.standards.ijw.message.FamilyName;
import nl.leercirkel.standards.ijw.message.Identification;
import nl.leercirkel.standards.ijw.message.Period;
import nl.leercirkel.standards.ijw.message.PersonName;
import nl.leercirkel.standards.ijw.message.Product;
import nl.leercirkel.standards.ijw.message.SchemaVersions;
import nl.leercirkel.standards.ijw.message.Volume;
import org.jspecify.annotations.Nullable;

/** The values made of values that several classes hold: names, products, volumes, periods, amounts. */
final class GroupCodecs {
    private static final String CREDIT = "C";
    private static final String DEBIT = "D";

    private GroupCodecs() {}

    /** A codec of a group that may be absent: {@code group} is the slot of its presence, or -1 when it is mandatory. */
    abstract static class Group<T> implements Codec<T> {
        private final int group;

        Group(ClassShape shape, String path) {
            group = shape.optionalSlot(path);
        }

        @Nullable
        T readOptional(Segment segment) {
            return segment.has(group) ? read(segment) : null;
        }

        void writeOptional(@Nullable T value, Segment segment) {
            if (value != null) {
                if (group >= 0) {
                    segment.mark(group);
                }
                write(value, segment);
            }
        }
    }

    static final class Products extends Group<Product> {
        private final int category;
        private final int code;

        Products(ClassShape shape) {
            super(shape, "Product");
            category = shape.slot("Product/Categorie");
            code = shape.slot("Product/Code");
        }

        @Override
        public Product read(Segment segment) {
            return new Product(segment.text(category), segment.optionalText(code));
        }

        @Override
        public void write(Product value, Segment segment) {
            segment.object(category, value.category());
            segment.put(code, value.code());
        }
    }

    static final class Volumes extends Group<Volume> {
        private final int amount;
        private final int unit;
        private final int frequency;

        Volumes(ClassShape shape) {
            super(shape, "Omvang");
            amount = shape.slot("Omvang/Volume");
            unit = shape.slot("Omvang/Eenheid");
            frequency = shape.slot("Omvang/Frequentie");
        }

        @Override
        public Volume read(Segment segment) {
            return new Volume(segment.number(amount), segment.text(unit), segment.text(frequency));
        }

        @Override
        public void write(Volume value, Segment segment) {
            segment.number(amount, value.amount());
            segment.object(unit, value.unit());
            segment.object(frequency, value.frequency());
        }
    }

    static final class Periods extends Group<Period> {
        private final int begin;
        private final int end;

        Periods(ClassShape shape, String path) {
            super(shape, path);
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

    static final class Amounts extends Group<Amount> {
        private final int cents;
        private final int debitCredit;

        Amounts(ClassShape shape, String path, String amount) {
            super(shape, path);
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

    static final class BirthDates extends Group<BirthDate> {
        private final int date;
        private final int use;

        BirthDates(ClassShape shape) {
            super(shape, "Geboortedatum");
            date = shape.slot("Geboortedatum/Datum");
            use = shape.slot("Geboortedatum/DatumGebruik");
        }

        @Override
        public BirthDate read(Segment segment) {
            return new BirthDate(segment.date(date), segment.optionalText(use));
        }

        @Override
        public void write(BirthDate value, Segment segment) {
            segment.object(date, value.date());
            segment.put(use, value.use());
        }
    }

    static final class FamilyNames extends Group<FamilyName> {
        private final int name;
        private final int prefix;

        FamilyNames(ClassShape shape, String path) {
            super(shape, path);
            name = shape.slot(path + "/Achternaam");
            prefix = shape.slot(path + "/Voorvoegsel");
        }

        @Override
        public FamilyName read(Segment segment) {
            return new FamilyName(segment.text(name), segment.optionalText(prefix));
        }

        @Override
        public void write(FamilyName value, Segment segment) {
            segment.object(name, value.name());
            segment.put(prefix, value.prefix());
        }
    }

    /** Short names have no partner and no order of use. */
    static final class PersonNames extends Group<PersonName> {
        private final FamilyNames family;
        private final @Nullable FamilyNames partner;
        private final int firstNames;
        private final int initials;
        private final int use;

        PersonNames(ClassShape shape) {
            super(shape, "Naam");
            family = new FamilyNames(shape, "Naam/Geslachtsnaam");
            partner = shape.optionalSlot("Naam/Partnernaam") < 0 ? null : new FamilyNames(shape, "Naam/Partnernaam");
            firstNames = shape.slot("Naam/Voornamen");
            initials = shape.slot("Naam/Voorletters");
            use = shape.optionalSlot("Naam/NaamGebruik");
        }

        @Override
        public PersonName read(Segment segment) {
            return new PersonName(
                    family.read(segment),
                    partner == null ? null : partner.readOptional(segment),
                    segment.optionalText(firstNames),
                    segment.optionalText(initials),
                    segment.optionalText(use));
        }

        @Override
        public void write(PersonName value, Segment segment) {
            family.write(value.family(), segment);
            if (partner != null) {
                partner.writeOptional(value.partner(), segment);
                segment.put(use, value.use());
            }
            segment.put(firstNames, value.firstNames());
            segment.put(initials, value.initials());
        }
    }

    static final class Identifications extends Group<Identification> {
        private final int id;
        private final int date;

        Identifications(ClassShape shape, String path) {
            super(shape, path);
            id = shape.slot(path + "/Identificatie");
            date = shape.slot(path + "/Dagtekening");
        }

        @Override
        public Identification read(Segment segment) {
            return new Identification(segment.text(id), segment.date(date));
        }

        @Override
        public void write(Identification value, Segment segment) {
            segment.object(id, value.id());
            segment.object(date, value.date());
        }
    }

    static final class Versions extends Group<SchemaVersions> {
        private final int base;
        private final int message;

        Versions(ClassShape shape, String path) {
            super(shape, path);
            base = shape.slot(path + "/BasisschemaXsdVersie");
            message = shape.slot(path + "/BerichtXsdVersie");
        }

        @Override
        public SchemaVersions read(Segment segment) {
            return new SchemaVersions(segment.text(base), segment.text(message));
        }

        @Override
        public void write(SchemaVersions value, Segment segment) {
            segment.object(base, value.base());
            segment.object(message, value.message());
        }
    }
}

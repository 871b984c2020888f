package nl.leercirkel.standards.ijw.stream;

import nl.leercirkel.standards.ijw.definition.ClassShape;
import nl.leercirkel.standards.ijw.message.Address;
import nl.leercirkel.standards.ijw.message.AllocatedClient;
import nl.leercirkel.standards.ijw.message.AllocatedProduct;
import nl.leercirkel.standards.ijw.message.Bsn;
import nl.leercirkel.standards.ijw.message.Communication;
import nl.leercirkel.standards.ijw.message.Contact;
import nl.leercirkel.standards.ijw.message.House;
import nl.leercirkel.standards.ijw.message.OpenPeriod;
import nl.leercirkel.standards.ijw.message.Relation;
import nl.leercirkel.standards.ijw.message.Telephone;
import nl.leercirkel.standards.ijw.message.Telephones;

/** The classes of an allocation message. */
final class AllocationCodecs {
    private static final String RETURN_CODES = "RetourCodes/RetourCode";

    private AllocationCodecs() {}

    static final class Clients implements Codec<AllocatedClient> {
        private final int bsn;
        private final GroupCodecs.BirthDates birthDate;
        private final int gender;
        private final GroupCodecs.PersonNames name;
        private final Communications communication;
        private final int legalStatus;
        private final int representation;
        private final int remark;
        private final int relations;
        private final int contacts;
        private final int products;
        private final int codes;

        Clients(ClassShape shape) {
            bsn = shape.slot("Bsn");
            birthDate = new GroupCodecs.BirthDates(shape);
            gender = shape.slot("Geslacht");
            name = new GroupCodecs.PersonNames(shape);
            communication = new Communications(shape);
            legalStatus = shape.slot("JuridischeStatus");
            representation = shape.slot("WettelijkeVertegenwoordiging");
            remark = shape.slot("Commentaar");
            relations = shape.child("Relatie");
            contacts = shape.child("Contact");
            products = shape.child("ToegewezenProduct");
            codes = shape.optionalSlot(RETURN_CODES);
        }

        @Override
        public AllocatedClient read(Segment segment) {
            return new AllocatedClient(
                    new Bsn(segment.text(bsn)),
                    birthDate.read(segment),
                    segment.text(gender),
                    name.read(segment),
                    communication.readOptional(segment),
                    segment.optionalText(legalStatus),
                    segment.optionalText(representation),
                    segment.optionalText(remark),
                    segment.children(relations),
                    segment.children(contacts),
                    segment.children(products),
                    segment.texts(codes));
        }

        @Override
        public void write(AllocatedClient value, Segment segment) {
            segment.object(bsn, value.bsn().digits());
            birthDate.write(value.birthDate(), segment);
            segment.object(gender, value.gender());
            name.write(value.name(), segment);
            communication.writeOptional(value.communication(), segment);
            segment.put(legalStatus, value.legalStatus());
            segment.put(representation, value.representation());
            segment.put(remark, value.remark());
            value.relations().forEach(relation -> segment.child(relations, relation));
            value.contacts().forEach(contact -> segment.child(contacts, contact));
            value.products().forEach(product -> segment.child(products, product));
            segment.putAll(codes, value.returnCodes());
        }
    }

    static final class Products implements Codec<AllocatedProduct> {
        private final int number;
        private final int reference;
        private final GroupCodecs.Products product;
        private final int date;
        private final int time;
        private final int begin;
        private final int end;
        private final int reason;
        private final GroupCodecs.Volumes volume;
        private final int budget;
        private final int remark;
        private final int codes;

        Products(ClassShape shape) {
            number = shape.slot("ToewijzingNummer");
            reference = shape.slot("ReferentieAanbieder");
            product = new GroupCodecs.Products(shape);
            date = shape.slot("Toewijzingsdatum");
            time = shape.slot("Toewijzingstijd");
            begin = shape.slot("Ingangsdatum");
            end = shape.slot("Einddatum");
            reason = shape.slot("RedenWijziging");
            volume = new GroupCodecs.Volumes(shape);
            budget = shape.slot("Budget");
            remark = shape.slot("Commentaar");
            codes = shape.optionalSlot(RETURN_CODES);
        }

        @Override
        public AllocatedProduct read(Segment segment) {
            return new AllocatedProduct(
                    segment.number(number),
                    segment.optionalText(reference),
                    product.readOptional(segment),
                    segment.date(date),
                    segment.time(time),
                    segment.date(begin),
                    segment.optionalDate(end),
                    segment.optionalText(reason),
                    volume.readOptional(segment),
                    segment.optionalNumber(budget),
                    segment.optionalText(remark),
                    segment.texts(codes));
        }

        @Override
        public void write(AllocatedProduct value, Segment segment) {
            segment.number(number, value.number());
            segment.put(reference, value.providerReference());
            product.writeOptional(value.product(), segment);
            segment.object(date, value.date());
            segment.object(time, value.time());
            segment.object(begin, value.begin());
            segment.put(end, value.end());
            segment.put(reason, value.changeReason());
            volume.writeOptional(value.volume(), segment);
            segment.put(budget, value.budget());
            segment.put(remark, value.remark());
            segment.putAll(codes, value.returnCodes());
        }
    }

    static final class Relations implements Codec<Relation> {
        private final int number;
        private final int order;
        private final int kind;
        private final GroupCodecs.BirthDates birthDate;
        private final int gender;
        private final GroupCodecs.PersonNames name;
        private final int contact;
        private final int codes;

        Relations(ClassShape shape) {
            number = shape.slot("Nummer");
            order = shape.slot("Volgorde");
            kind = shape.slot("Soort");
            birthDate = new GroupCodecs.BirthDates(shape);
            gender = shape.slot("Geslacht");
            name = new GroupCodecs.PersonNames(shape);
            contact = shape.child("Contact");
            codes = shape.optionalSlot(RETURN_CODES);
        }

        @Override
        public Relation read(Segment segment) {
            return new Relation(
                    segment.text(number),
                    segment.optionalNumber(order),
                    segment.text(kind),
                    birthDate.readOptional(segment),
                    segment.optionalText(gender),
                    name.read(segment),
                    segment.<Contact>children(contact).getFirst(),
                    segment.texts(codes));
        }

        @Override
        public void write(Relation value, Segment segment) {
            segment.object(number, value.number());
            segment.put(order, value.order());
            segment.object(kind, value.kind());
            birthDate.writeOptional(value.birthDate(), segment);
            segment.put(gender, value.gender());
            name.write(value.name(), segment);
            segment.child(contact, value.contact());
            segment.putAll(codes, value.returnCodes());
        }
    }

    static final class Contacts implements Codec<Contact> {
        private final int kind;
        private final Addresses address;
        private final int organisation;
        private final TelephonePairs telephones;
        private final int email;
        private final OpenPeriods period;
        private final int codes;

        Contacts(ClassShape shape) {
            kind = shape.slot("Soort");
            address = new Addresses(shape);
            organisation = shape.slot("Organisatie");
            telephones = new TelephonePairs(shape);
            email = shape.slot("Emailadres");
            period = new OpenPeriods(shape);
            codes = shape.optionalSlot(RETURN_CODES);
        }

        @Override
        public Contact read(Segment segment) {
            return new Contact(
                    segment.text(kind),
                    address.readOptional(segment),
                    segment.optionalText(organisation),
                    telephones.readOptional(segment),
                    segment.optionalText(email),
                    period.readOptional(segment),
                    segment.texts(codes));
        }

        @Override
        public void write(Contact value, Segment segment) {
            segment.object(kind, value.kind());
            address.writeOptional(value.address(), segment);
            segment.put(organisation, value.organisation());
            telephones.writeOptional(value.telephones(), segment);
            segment.put(email, value.email());
            period.writeOptional(value.period(), segment);
            segment.putAll(codes, value.returnCodes());
        }
    }

    private static final class Communications extends GroupCodecs.Group<Communication> {
        private final int form;
        private final int language;

        Communications(ClassShape shape) {
            super(shape, "Communicatie");
            form = shape.slot("Communicatie/Vorm");
            language = shape.slot("Communicatie/Taal");
        }

        @Override
        public Communication read(Segment segment) {
            return new Communication(segment.text(form), segment.optionalText(language));
        }

        @Override
        public void write(Communication value, Segment segment) {
            segment.object(form, value.form());
            segment.put(language, value.language());
        }
    }

    private static final class Addresses extends GroupCodecs.Group<Address> {
        private final Houses house;
        private final int postcode;
        private final int street;
        private final int town;
        private final int country;

        Addresses(ClassShape shape) {
            super(shape, "Adres");
            house = new Houses(shape);
            postcode = shape.slot("Adres/Postcode");
            street = shape.slot("Adres/Straatnaam");
            town = shape.slot("Adres/Plaatsnaam");
            country = shape.slot("Adres/LandCode");
        }

        @Override
        public Address read(Segment segment) {
            return new Address(
                    house.readOptional(segment),
                    segment.optionalText(postcode),
                    segment.optionalText(street),
                    segment.optionalText(town),
                    segment.optionalText(country));
        }

        @Override
        public void write(Address value, Segment segment) {
            house.writeOptional(value.house(), segment);
            segment.put(postcode, value.postcode());
            segment.put(street, value.street());
            segment.put(town, value.town());
            segment.put(country, value.country());
        }
    }

    private static final class Houses extends GroupCodecs.Group<House> {
        private final int number;
        private final int letter;
        private final int addition;
        private final int indication;

        Houses(ClassShape shape) {
            super(shape, "Adres/Huis");
            number = shape.slot("Adres/Huis/Huisnummer");
            letter = shape.slot("Adres/Huis/Huisletter");
            addition = shape.slot("Adres/Huis/HuisnummerToevoeging");
            indication = shape.slot("Adres/Huis/AanduidingWoonadres");
        }

        @Override
        public House read(Segment segment) {
            return new House(
                    segment.number(number),
                    segment.optionalText(letter),
                    segment.optionalText(addition),
                    segment.optionalText(indication));
        }

        @Override
        public void write(House value, Segment segment) {
            segment.number(number, value.number());
            segment.put(letter, value.letter());
            segment.put(addition, value.addition());
            segment.put(indication, value.indication());
        }
    }

    private static final class TelephonePairs extends GroupCodecs.Group<Telephones> {
        private final TelephoneNumbers first;
        private final TelephoneNumbers second;

        TelephonePairs(ClassShape shape) {
            super(shape, "Telefoon");
            first = new TelephoneNumbers(shape, "Telefoon/Telefoon01");
            second = new TelephoneNumbers(shape, "Telefoon/Telefoon02");
        }

        @Override
        public Telephones read(Segment segment) {
            return new Telephones(first.read(segment), second.readOptional(segment));
        }

        @Override
        public void write(Telephones value, Segment segment) {
            first.write(value.first(), segment);
            second.writeOptional(value.second(), segment);
        }
    }

    private static final class TelephoneNumbers extends GroupCodecs.Group<Telephone> {
        private final int number;
        private final int country;

        TelephoneNumbers(ClassShape shape, String path) {
            super(shape, path);
            number = shape.slot(path + "/Telefoonnummer");
            country = shape.slot(path + "/Landnummer");
        }

        @Override
        public Telephone read(Segment segment) {
            return new Telephone(segment.text(number), segment.text(country));
        }

        @Override
        public void write(Telephone value, Segment segment) {
            segment.object(number, value.number());
            segment.object(country, value.country());
        }
    }

    private static final class OpenPeriods extends GroupCodecs.Group<OpenPeriod> {
        private final int begin;
        private final int end;

        OpenPeriods(ClassShape shape) {
            super(shape, "Periode");
            begin = shape.slot("Periode/Begindatum");
            end = shape.slot("Periode/Einddatum");
        }

        @Override
        public OpenPeriod read(Segment segment) {
            return new OpenPeriod(segment.optionalDate(begin), segment.optionalDate(end));
        }

        @Override
        public void write(OpenPeriod value, Segment segment) {
            segment.put(begin, value.begin());
            segment.put(end, value.end());
        }
    }
}

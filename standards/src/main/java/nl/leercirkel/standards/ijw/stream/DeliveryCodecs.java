package nl.leercirkel.standards.ijw.stream;

import nl.leercirkel.standards.ijw.definition.ClassShape;
import nl.leercirkel.standards.ijw.message.Bsn;
import nl.leercirkel.standards.ijw.message.StartClient;
import nl.leercirkel.standards.ijw.message.StartProduct;
import nl.leercirkel.standards.ijw.message.StopClient;
import nl.leercirkel.standards.ijw.message.StopProduct;

/** The classes of start and stop messages. */
final class DeliveryCodecs {
    private static final String RETURN_CODES = "RetourCodes/RetourCode";

    private DeliveryCodecs() {}

    static final class StartClients implements Codec<StartClient> {
        private final int bsn;
        private final GroupCodecs.BirthDates birthDate;
        private final int gender;
        private final GroupCodecs.PersonNames name;
        private final int products;
        private final int codes;

        StartClients(ClassShape shape) {
            bsn = shape.slot("Bsn");
            birthDate = new GroupCodecs.BirthDates(shape);
            gender = shape.slot("Geslacht");
            name = new GroupCodecs.PersonNames(shape);
            products = shape.child("StartProduct");
            codes = shape.optionalSlot(RETURN_CODES);
        }

        @Override
        public StartClient read(Segment segment) {
            return new StartClient(
                    new Bsn(segment.text(bsn)),
                    birthDate.read(segment),
                    segment.text(gender),
                    name.read(segment),
                    segment.children(products),
                    segment.texts(codes));
        }

        @Override
        public void write(StartClient value, Segment segment) {
            segment.object(bsn, value.bsn().digits());
            birthDate.write(value.birthDate(), segment);
            segment.object(gender, value.gender());
            name.write(value.name(), segment);
            value.products().forEach(product -> segment.child(products, product));
            segment.putAll(codes, value.returnCodes());
        }
    }

    static final class StartProducts implements Codec<StartProduct> {
        private final int number;
        private final GroupCodecs.Products product;
        private final int allocationBegin;
        private final int begin;
        private final int status;
        private final int codes;

        StartProducts(ClassShape shape) {
            number = shape.slot("ToewijzingNummer");
            product = new GroupCodecs.Products(shape);
            allocationBegin = shape.slot("ToewijzingIngangsdatum");
            begin = shape.slot("Begindatum");
            status = shape.slot("StatusAanlevering");
            codes = shape.optionalSlot(RETURN_CODES);
        }

        @Override
        public StartProduct read(Segment segment) {
            return new StartProduct(
                    segment.optionalNumber(number),
                    product.readOptional(segment),
                    segment.optionalDate(allocationBegin),
                    segment.date(begin),
                    segment.text(status),
                    segment.texts(codes));
        }

        @Override
        public void write(StartProduct value, Segment segment) {
            segment.put(number, value.allocationNumber());
            product.writeOptional(value.product(), segment);
            segment.put(allocationBegin, value.allocationBegin());
            segment.object(begin, value.begin());
            segment.object(status, value.status());
            segment.putAll(codes, value.returnCodes());
        }
    }

    static final class StopClients implements Codec<StopClient> {
        private final int bsn;
        private final GroupCodecs.BirthDates birthDate;
        private final int gender;
        private final GroupCodecs.PersonNames name;
        private final int products;
        private final int codes;

        StopClients(ClassShape shape) {
            bsn = shape.slot("Bsn");
            birthDate = new GroupCodecs.BirthDates(shape);
            gender = shape.slot("Geslacht");
            name = new GroupCodecs.PersonNames(shape);
            products = shape.child("StopProduct");
            codes = shape.optionalSlot(RETURN_CODES);
        }

        @Override
        public StopClient read(Segment segment) {
            return new StopClient(
                    new Bsn(segment.text(bsn)),
                    birthDate.read(segment),
                    segment.text(gender),
                    name.read(segment),
                    segment.children(products),
                    segment.texts(codes));
        }

        @Override
        public void write(StopClient value, Segment segment) {
            segment.object(bsn, value.bsn().digits());
            birthDate.write(value.birthDate(), segment);
            segment.object(gender, value.gender());
            name.write(value.name(), segment);
            value.products().forEach(product -> segment.child(products, product));
            segment.putAll(codes, value.returnCodes());
        }
    }

    static final class StopProducts implements Codec<StopProduct> {
        private final int number;
        private final GroupCodecs.Products product;
        private final int allocationBegin;
        private final int begin;
        private final int reason;
        private final int end;
        private final int status;
        private final int codes;

        StopProducts(ClassShape shape) {
            number = shape.slot("ToewijzingNummer");
            product = new GroupCodecs.Products(shape);
            allocationBegin = shape.slot("ToewijzingIngangsdatum");
            begin = shape.slot("Begindatum");
            reason = shape.slot("RedenBeeindiging");
            end = shape.slot("Einddatum");
            status = shape.slot("StatusAanlevering");
            codes = shape.optionalSlot(RETURN_CODES);
        }

        @Override
        public StopProduct read(Segment segment) {
            return new StopProduct(
                    segment.optionalNumber(number),
                    product.readOptional(segment),
                    segment.optionalDate(allocationBegin),
                    segment.date(begin),
                    segment.text(reason),
                    segment.date(end),
                    segment.text(status),
                    segment.texts(codes));
        }

        @Override
        public void write(StopProduct value, Segment segment) {
            segment.put(number, value.allocationNumber());
            product.writeOptional(value.product(), segment);
            segment.put(allocationBegin, value.allocationBegin());
            segment.object(begin, value.begin());
            segment.object(reason, value.reason());
            segment.object(end, value.end());
            segment.object(status, value.status());
            segment.putAll(codes, value.returnCodes());
        }
    }
}

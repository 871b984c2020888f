package nl.leercirkel.standards.ijw.stream;

import nl.leercirkel.standards.ijw.definition.ClassShape;
import nl.leercirkel.standards.ijw.message.Bsn;
import nl.leercirkel.standards.ijw.message.ChangeClient;
import nl.leercirkel.standards.ijw.message.ChangeRequest;
import nl.leercirkel.standards.ijw.message.ChangedProduct;
import nl.leercirkel.standards.ijw.message.NewProduct;
import nl.leercirkel.standards.ijw.message.Referrer;
import nl.leercirkel.standards.ijw.message.Reply;
import nl.leercirkel.standards.ijw.message.RequestClient;
import nl.leercirkel.standards.ijw.message.RequestedProduct;
import nl.leercirkel.standards.ijw.message.ResponsibleMunicipality;
import nl.leercirkel.standards.ijw.message.UnchangedProduct;

/** The classes of requests for allocation or change and of the replies to them. */
final class RequestCodecs {
    private static final String RETURN_CODES = "RetourCodes/RetourCode";

    private RequestCodecs() {}

    static final class Clients implements Codec<RequestClient> {
        private final int bsn;
        private final GroupCodecs.BirthDates birthDate;
        private final int gender;
        private final GroupCodecs.PersonNames name;
        private final int authority;
        private final int remark;
        private final int products;
        private final int codes;

        Clients(ClassShape shape) {
            bsn = shape.slot("Bsn");
            birthDate = new GroupCodecs.BirthDates(shape);
            gender = shape.slot("Geslacht");
            name = new GroupCodecs.PersonNames(shape);
            authority = shape.optionalSlot("GezagsdragerBekend");
            remark = shape.slot("Commentaar");
            products = shape.child("AangevraagdProduct");
            codes = shape.optionalSlot(RETURN_CODES);
        }

        @Override
        public RequestClient read(Segment segment) {
            return new RequestClient(
                    new Bsn(segment.text(bsn)),
                    birthDate.read(segment),
                    segment.text(gender),
                    name.read(segment),
                    segment.optionalText(authority),
                    segment.optionalText(remark),
                    segment.children(products),
                    segment.texts(codes));
        }

        @Override
        public void write(RequestClient value, Segment segment) {
            segment.object(bsn, value.bsn().digits());
            birthDate.write(value.birthDate(), segment);
            segment.object(gender, value.gender());
            name.write(value.name(), segment);
            segment.put(authority, value.authorityHolderKnown());
            segment.put(remark, value.remark());
            value.products().forEach(product -> segment.child(products, product));
            segment.putAll(codes, value.returnCodes());
        }
    }

    static final class Products implements Codec<RequestedProduct> {
        private final int reference;
        private final int decision;
        private final GroupCodecs.Products product;
        private final int decisionBegin;
        private final int begin;
        private final int end;
        private final GroupCodecs.Volumes volume;
        private final int budget;
        private final int referrerType;
        private final int referrerName;
        private final int referrerCode;
        private final int framework;
        private final int remark;
        private final int codes;

        Products(ClassShape shape) {
            reference = shape.slot("ReferentieAanbieder");
            decision = shape.slot("BeschikkingNummer");
            product = new GroupCodecs.Products(shape);
            decisionBegin = shape.slot("BeschikkingIngangsdatum");
            begin = shape.slot("ToewijzingIngangsdatum");
            end = shape.slot("ToewijzingEinddatum");
            volume = new GroupCodecs.Volumes(shape);
            budget = shape.slot("Budget");
            referrerType = shape.slot("Verwijzer/Type");
            referrerName = shape.slot("Verwijzer/Naam");
            referrerCode = shape.slot("Verwijzer/ZorgverlenerCode");
            framework = shape.slot("Raamcontract");
            remark = shape.slot("Commentaar");
            codes = shape.optionalSlot(RETURN_CODES);
        }

        @Override
        public RequestedProduct read(Segment segment) {
            return new RequestedProduct(
                    segment.text(reference),
                    segment.optionalNumber(decision),
                    product.readOptional(segment),
                    segment.optionalDate(decisionBegin),
                    segment.date(begin),
                    segment.optionalDate(end),
                    volume.readOptional(segment),
                    segment.optionalNumber(budget),
                    new Referrer(
                            segment.text(referrerType),
                            segment.optionalText(referrerName),
                            segment.optionalText(referrerCode)),
                    segment.optionalText(framework),
                    segment.optionalText(remark),
                    segment.texts(codes));
        }

        @Override
        public void write(RequestedProduct value, Segment segment) {
            segment.object(reference, value.providerReference());
            segment.put(decision, value.decisionNumber());
            product.writeOptional(value.product(), segment);
            segment.put(decisionBegin, value.decisionBegin());
            segment.object(begin, value.begin());
            segment.put(end, value.end());
            volume.writeOptional(value.volume(), segment);
            segment.put(budget, value.budget());
            segment.object(referrerType, value.referrer().type());
            segment.put(referrerName, value.referrer().name());
            segment.put(referrerCode, value.referrer().agbCode());
            segment.put(framework, value.frameworkContract());
            segment.put(remark, value.remark());
            segment.putAll(codes, value.returnCodes());
        }
    }

    static final class ChangeClients implements Codec<ChangeClient> {
        private final int bsn;
        private final int request;
        private final int codes;

        ChangeClients(ClassShape shape) {
            bsn = shape.slot("Bsn");
            request = shape.child("Verzoek");
            codes = shape.optionalSlot(RETURN_CODES);
        }

        @Override
        public ChangeClient read(Segment segment) {
            return new ChangeClient(
                    new Bsn(segment.text(bsn)),
                    segment.<ChangeRequest>children(request).getFirst(),
                    segment.texts(codes));
        }

        @Override
        public void write(ChangeClient value, Segment segment) {
            segment.object(bsn, value.bsn().digits());
            segment.child(request, value.request());
            segment.putAll(codes, value.returnCodes());
        }
    }

    static final class ChangeRequests implements Codec<ChangeRequest> {
        private final int reference;
        private final int reason;
        private final int unchanged;
        private final int changed;
        private final int added;
        private final int codes;

        ChangeRequests(ClassShape shape) {
            reference = shape.slot("ReferentieAanbieder");
            reason = shape.slot("RedenVerzoek");
            unchanged = shape.child("OngewijzigdProduct");
            changed = shape.child("TeWijzigenProduct");
            added = shape.child("NieuwProduct");
            codes = shape.optionalSlot(RETURN_CODES);
        }

        @Override
        public ChangeRequest read(Segment segment) {
            return new ChangeRequest(
                    segment.text(reference),
                    segment.text(reason),
                    segment.children(unchanged),
                    segment.children(changed),
                    segment.children(added),
                    segment.texts(codes));
        }

        @Override
        public void write(ChangeRequest value, Segment segment) {
            segment.object(reference, value.providerReference());
            segment.object(reason, value.reason());
            value.unchanged().forEach(product -> segment.child(unchanged, product));
            value.changed().forEach(product -> segment.child(changed, product));
            value.added().forEach(product -> segment.child(added, product));
            segment.putAll(codes, value.returnCodes());
        }
    }

    static final class UnchangedProducts implements Codec<UnchangedProduct> {
        private final int number;
        private final int codes;

        UnchangedProducts(ClassShape shape) {
            number = shape.slot("ToewijzingNummer");
            codes = shape.optionalSlot(RETURN_CODES);
        }

        @Override
        public UnchangedProduct read(Segment segment) {
            return new UnchangedProduct(segment.number(number), segment.texts(codes));
        }

        @Override
        public void write(UnchangedProduct value, Segment segment) {
            segment.number(number, value.allocationNumber());
            segment.putAll(codes, value.returnCodes());
        }
    }

    static final class ChangedProducts implements Codec<ChangedProduct> {
        private final int number;
        private final int begin;
        private final int end;
        private final GroupCodecs.Volumes volume;
        private final int budget;
        private final int codes;

        ChangedProducts(ClassShape shape) {
            number = shape.slot("ToewijzingNummer");
            begin = shape.slot("GewensteIngangsdatum");
            end = shape.slot("Einddatum");
            volume = new GroupCodecs.Volumes(shape);
            budget = shape.slot("Budget");
            codes = shape.optionalSlot(RETURN_CODES);
        }

        @Override
        public ChangedProduct read(Segment segment) {
            return new ChangedProduct(
                    segment.number(number),
                    segment.date(begin),
                    segment.optionalDate(end),
                    volume.readOptional(segment),
                    segment.optionalNumber(budget),
                    segment.texts(codes));
        }

        @Override
        public void write(ChangedProduct value, Segment segment) {
            segment.number(number, value.allocationNumber());
            segment.object(begin, value.begin());
            segment.put(end, value.end());
            volume.writeOptional(value.volume(), segment);
            segment.put(budget, value.budget());
            segment.putAll(codes, value.returnCodes());
        }
    }

    static final class NewProducts implements Codec<NewProduct> {
        private final GroupCodecs.Products product;
        private final int begin;
        private final int end;
        private final GroupCodecs.Volumes volume;
        private final int budget;
        private final int codes;

        NewProducts(ClassShape shape) {
            product = new GroupCodecs.Products(shape);
            begin = shape.slot("GewensteIngangsdatum");
            end = shape.slot("Einddatum");
            volume = new GroupCodecs.Volumes(shape);
            budget = shape.slot("Budget");
            codes = shape.optionalSlot(RETURN_CODES);
        }

        @Override
        public NewProduct read(Segment segment) {
            return new NewProduct(
                    product.readOptional(segment),
                    segment.date(begin),
                    segment.optionalDate(end),
                    volume.readOptional(segment),
                    segment.optionalNumber(budget),
                    segment.texts(codes));
        }

        @Override
        public void write(NewProduct value, Segment segment) {
            product.writeOptional(value.product(), segment);
            segment.object(begin, value.begin());
            segment.put(end, value.end());
            volume.writeOptional(value.volume(), segment);
            segment.put(budget, value.budget());
            segment.putAll(codes, value.returnCodes());
        }
    }

    static final class Replies implements Codec<Reply> {
        private final int reference;
        private final int answer;
        private final int rejection;
        private final int responsible;
        private final int codes;

        Replies(ClassShape shape) {
            reference = shape.slot("ReferentieAanbieder");
            answer = shape.slot("VerzoekAntwoord");
            rejection = shape.slot("RedenAfwijzingVerzoek");
            responsible = shape.child("Woonplaatsbeginsel");
            codes = shape.optionalSlot(RETURN_CODES);
        }

        @Override
        public Reply read(Segment segment) {
            java.util.List<ResponsibleMunicipality> municipality = segment.children(responsible);
            return new Reply(
                    segment.text(reference),
                    segment.text(answer),
                    segment.optionalText(rejection),
                    municipality.isEmpty() ? null : municipality.getFirst(),
                    segment.texts(codes));
        }

        @Override
        public void write(Reply value, Segment segment) {
            segment.object(reference, value.providerReference());
            segment.object(answer, value.answer());
            segment.put(rejection, value.rejection());
            ResponsibleMunicipality municipality = value.responsible();
            if (municipality != null) {
                if (responsible < 0) {
                    throw new IllegalArgumentException("iWmo knows no Woonplaatsbeginsel");
                }
                segment.child(responsible, municipality);
            }
            segment.putAll(codes, value.returnCodes());
        }
    }

    static final class Municipalities implements Codec<ResponsibleMunicipality> {
        private final int code;
        private final int codes;

        Municipalities(ClassShape shape) {
            code = shape.slot("Gemeente");
            codes = shape.optionalSlot(RETURN_CODES);
        }

        @Override
        public ResponsibleMunicipality read(Segment segment) {
            return new ResponsibleMunicipality(segment.text(code), segment.texts(codes));
        }

        @Override
        public void write(ResponsibleMunicipality value, Segment segment) {
            segment.object(code, value.code());
            segment.putAll(codes, value.returnCodes());
        }
    }
}

package nl.leercirkel.standards.ijw.stream;

import nl.leercirkel.standards.ijw.definition.ClassShape;
import nl.leercirkel.standards.ijw.definition.MessageDefinition;
import nl.leercirkel.standards.ijw.definition.MessageType;
import nl.leercirkel.standards.ijw.message.AnswerHeader;
import nl.leercirkel.standards.ijw.message.Header;
import nl.leercirkel.standards.ijw.message.HeaderAnswer;
import nl.leercirkel.standards.ijw.message.ReturnHeader;
import org.jspecify.annotations.Nullable;

/** The header, of forward messages and of both kinds of answer. */
final class HeaderCodec implements Codec<Header> {
    private static final String VERSION = "3";
    private static final String SUBVERSION = "2";

    private final MessageType type;
    private final String messageCode;
    private final int code;
    private final int version;
    private final int subversion;
    private final int sender;
    private final int receiver;
    private final GroupCodecs.Identifications identification;
    private final GroupCodecs.Versions versions;
    private final @Nullable Codec<HeaderAnswer> answer;

    HeaderCodec(MessageDefinition definition) {
        ClassShape shape = definition.header().shape();
        type = definition.type();
        messageCode = definition.code();
        code = shape.slot("BerichtCode");
        version = shape.slot("BerichtVersie");
        subversion = shape.slot("BerichtSubversie");
        sender = shape.slot("Afzender");
        receiver = shape.slot("Ontvanger");
        identification = new GroupCodecs.Identifications(shape, "BerichtIdentificatie");
        versions = new GroupCodecs.Versions(shape, "XsdVersie");
        if (shape.optionalSlot("IdentificatieRetour") >= 0) {
            answer = new ReturnCodec(shape);
        } else if (shape.optionalSlot("DeclaratieIdentificatie/Identificatie") >= 0) {
            answer = new AnswerCodec(shape);
        } else {
            answer = null;
        }
    }

    @Override
    public Header read(Segment segment) {
        return new Header(
                type,
                segment.text(sender),
                segment.text(receiver),
                identification.read(segment),
                versions.read(segment),
                answer == null ? null : answer.read(segment));
    }

    @Override
    public void write(Header value, Segment segment) {
        segment.object(code, messageCode);
        segment.object(version, VERSION);
        segment.object(subversion, SUBVERSION);
        segment.object(sender, value.sender());
        segment.object(receiver, value.receiver());
        identification.write(value.identification(), segment);
        versions.write(value.versions(), segment);
        HeaderAnswer given = value.answer();
        if ((given == null) != (answer == null)) {
            throw new IllegalArgumentException("the header of " + type + " and its answer do not fit");
        }
        if (answer != null && given != null) {
            answer.write(given, segment);
        }
    }

    private static final class ReturnCodec implements Codec<HeaderAnswer> {
        private final int identification;
        private final int date;
        private final int rules;
        private final GroupCodecs.Versions versions;
        private final int codes;

        ReturnCodec(ClassShape shape) {
            identification = shape.slot("IdentificatieRetour");
            date = shape.slot("DagtekeningRetour");
            rules = shape.slot("XsltVersie");
            versions = new GroupCodecs.Versions(shape, "XsdVersieRetour");
            codes = shape.slot("RetourCodes/RetourCode");
        }

        @Override
        public HeaderAnswer read(Segment segment) {
            return new ReturnHeader(
                    segment.text(identification),
                    segment.date(date),
                    segment.optionalText(rules),
                    versions.read(segment),
                    segment.texts(codes));
        }

        @Override
        public void write(HeaderAnswer value, Segment segment) {
            if (!(value instanceof ReturnHeader header)) {
                throw new IllegalArgumentException("a return message needs a ReturnHeader");
            }
            segment.object(identification, header.identification());
            segment.object(date, header.date());
            segment.put(rules, header.rulesVersion());
            versions.write(header.versions(), segment);
            segment.putAll(codes, header.returnCodes());
        }
    }

    private static final class AnswerCodec implements Codec<HeaderAnswer> {
        private final GroupCodecs.Identifications declaration;
        private final int rules;
        private final GroupCodecs.Versions versions;
        private final int codes;

        AnswerCodec(ClassShape shape) {
            declaration = new GroupCodecs.Identifications(shape, "DeclaratieIdentificatie");
            rules = shape.slot("XsltVersie");
            versions = new GroupCodecs.Versions(shape, "XsdVersieDeclaratie");
            codes = shape.slot("RetourCodes/RetourCode");
        }

        @Override
        public HeaderAnswer read(Segment segment) {
            return new AnswerHeader(
                    declaration.read(segment),
                    segment.optionalText(rules),
                    versions.read(segment),
                    segment.texts(codes));
        }

        @Override
        public void write(HeaderAnswer value, Segment segment) {
            if (!(value instanceof AnswerHeader header)) {
                throw new IllegalArgumentException("a declaration answer needs an AnswerHeader");
            }
            declaration.write(header.declaration(), segment);
            segment.put(rules, header.rulesVersion());
            versions.write(header.declarationVersions(), segment);
            segment.putAll(codes, header.returnCodes());
        }
    }
}

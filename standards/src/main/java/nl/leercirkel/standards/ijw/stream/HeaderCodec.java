package nl.leercirkel.standards.ijw.stream;

import nl.leercirkel.standards.ijw.definition.ClassShape;
import nl.leercirkel.standards.ijw.definition.MessageDefinition;
import nl.leercirkel.standards.ijw.definition.MessageType;
import nl.leercirkel.standards.ijw.message.AnswerHeader;
import nl.leercirkel.standards.ijw.message.Header;
import nl.leercirkel.standards.ijw.message.HeaderAnswer;
import nl.leercirkel.standards.ijw.message.Identification;
import nl.leercirkel.standards.ijw.message.ReturnHeader;
import nl.leercirkel.standards.ijw.message.SchemaVersions;
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
    private final RecordCodec<Identification> identification;
    private final RecordCodec<SchemaVersions> versions;
    private final @Nullable RecordCodec<? extends Record> answer;

    HeaderCodec(MessageDefinition definition) {
        ClassShape shape = definition.header().shape();
        type = definition.type();
        messageCode = definition.code();
        code = shape.slot("BerichtCode");
        version = shape.slot("BerichtVersie");
        subversion = shape.slot("BerichtSubversie");
        sender = shape.slot("Afzender");
        receiver = shape.slot("Ontvanger");
        identification = RecordCodec.of(Identification.class, shape, "BerichtIdentificatie");
        versions = RecordCodec.of(SchemaVersions.class, shape, "XsdVersie");
        if (shape.optionalSlot("IdentificatieRetour") >= 0) {
            answer = RecordCodec.of(ReturnHeader.class, shape);
        } else if (shape.optionalSlot("DeclaratieIdentificatie/Identificatie") >= 0) {
            answer = RecordCodec.of(AnswerHeader.class, shape);
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
                answer == null ? null : (HeaderAnswer) answer.read(segment));
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
            answer.writeAny(given, segment);
        }
    }
}

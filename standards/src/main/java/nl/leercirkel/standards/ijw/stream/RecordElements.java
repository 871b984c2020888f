package nl.leercirkel.standards.ijw.stream;

import java.util.Map;
import nl.leercirkel.standards.ijw.message.Address;
import nl.leercirkel.standards.ijw.message.AllocatedClient;
import nl.leercirkel.standards.ijw.message.AllocatedProduct;
import nl.leercirkel.standards.ijw.message.AnswerHeader;
import nl.leercirkel.standards.ijw.message.BirthDate;
import nl.leercirkel.standards.ijw.message.ChangeClient;
import nl.leercirkel.standards.ijw.message.ChangeRequest;
import nl.leercirkel.standards.ijw.message.ChangedProduct;
import nl.leercirkel.standards.ijw.message.Communication;
import nl.leercirkel.standards.ijw.message.Contact;
import nl.leercirkel.standards.ijw.message.FamilyName;
import nl.leercirkel.standards.ijw.message.House;
import nl.leercirkel.standards.ijw.message.Identification;
import nl.leercirkel.standards.ijw.message.NewProduct;
import nl.leercirkel.standards.ijw.message.OpenPeriod;
import nl.leercirkel.standards.ijw.message.PersonName;
import nl.leercirkel.standards.ijw.message.Product;
import nl.leercirkel.standards.ijw.message.Referrer;
import nl.leercirkel.standards.ijw.message.Relation;
import nl.leercirkel.standards.ijw.message.Reply;
import nl.leercirkel.standards.ijw.message.RequestClient;
import nl.leercirkel.standards.ijw.message.RequestedProduct;
import nl.leercirkel.standards.ijw.message.ResponsibleMunicipality;
import nl.leercirkel.standards.ijw.message.ReturnHeader;
import nl.leercirkel.standards.ijw.message.SchemaVersions;
import nl.leercirkel.standards.ijw.message.StartClient;
import nl.leercirkel.standards.ijw.message.StartProduct;
import nl.leercirkel.standards.ijw.message.StopClient;
import nl.leercirkel.standards.ijw.message.StopProduct;
import nl.leercirkel.standards.ijw.message.Telephone;
import nl.leercirkel.standards.ijw.message.Telephones;
import nl.leercirkel.standards.ijw.message.UnchangedProduct;
import nl.leercirkel.standards.ijw.message.Volume;

/**
 * Which element each component of a record comes from, in the order of the record. A question mark behind it: not in every
 * message that has the record; a value has nowhere to go there. A tilde: as that, but a value is left out without complaint, since
 * messages with the short form of a name have no partner.
 */
final class RecordElements {
    private static final String CODES = " RetourCodes/RetourCode?";
    private static final String PERSON = "Bsn Geboortedatum Geslacht Naam ";

    /** The records of message classes by the name of the class in the definition. */
    static final Map<String, Class<? extends Record>> CLASSES = Map.ofEntries(
            Map.entry("ToegewezenClient", AllocatedClient.class),
            Map.entry("ToegewezenProduct", AllocatedProduct.class),
            Map.entry("Relatie", Relation.class),
            Map.entry("Contact", Contact.class),
            Map.entry("StartClient", StartClient.class),
            Map.entry("StartProduct", StartProduct.class),
            Map.entry("StopClient", StopClient.class),
            Map.entry("StopProduct", StopProduct.class),
            Map.entry("AanvraagClient", RequestClient.class),
            Map.entry("AangevraagdProduct", RequestedProduct.class),
            Map.entry("WijzigingClient", ChangeClient.class),
            Map.entry("Verzoek", ChangeRequest.class),
            Map.entry("OngewijzigdProduct", UnchangedProduct.class),
            Map.entry("TeWijzigenProduct", ChangedProduct.class),
            Map.entry("NieuwProduct", NewProduct.class),
            Map.entry("Antwoord", Reply.class),
            Map.entry("Woonplaatsbeginsel", ResponsibleMunicipality.class));

    private static final Map<Class<? extends Record>, String> ELEMENTS = Map.ofEntries(
            Map.entry(
                    AllocatedClient.class,
                    PERSON + "Communicatie JuridischeStatus WettelijkeVertegenwoordiging Commentaar Relatie Contact"
                            + " ToegewezenProduct" + CODES),
            Map.entry(
                    AllocatedProduct.class,
                    "ToewijzingNummer ReferentieAanbieder Product Toewijzingsdatum Toewijzingstijd Ingangsdatum Einddatum"
                            + " RedenWijziging Omvang Budget Commentaar" + CODES),
            Map.entry(Relation.class, "Nummer Volgorde Soort Geboortedatum Geslacht Naam Contact" + CODES),
            Map.entry(Contact.class, "Soort Adres Organisatie Telefoon Emailadres Periode" + CODES),
            Map.entry(StartClient.class, PERSON + "StartProduct" + CODES),
            Map.entry(
                    StartProduct.class,
                    "ToewijzingNummer Product ToewijzingIngangsdatum Begindatum StatusAanlevering" + CODES),
            Map.entry(StopClient.class, PERSON + "StopProduct" + CODES),
            Map.entry(
                    StopProduct.class,
                    "ToewijzingNummer Product ToewijzingIngangsdatum Begindatum RedenBeeindiging Einddatum StatusAanlevering"
                            + CODES),
            Map.entry(RequestClient.class, PERSON + "GezagsdragerBekend? Commentaar AangevraagdProduct" + CODES),
            Map.entry(
                    RequestedProduct.class,
                    "ReferentieAanbieder BeschikkingNummer Product BeschikkingIngangsdatum ToewijzingIngangsdatum"
                            + " ToewijzingEinddatum Omvang Budget Verwijzer Raamcontract Commentaar" + CODES),
            Map.entry(ChangeClient.class, "Bsn Verzoek" + CODES),
            Map.entry(
                    ChangeRequest.class,
                    "ReferentieAanbieder RedenVerzoek OngewijzigdProduct TeWijzigenProduct NieuwProduct" + CODES),
            Map.entry(UnchangedProduct.class, "ToewijzingNummer" + CODES),
            Map.entry(ChangedProduct.class, "ToewijzingNummer GewensteIngangsdatum Einddatum Omvang Budget" + CODES),
            Map.entry(NewProduct.class, "Product GewensteIngangsdatum Einddatum Omvang Budget" + CODES),
            Map.entry(
                    Reply.class,
                    "ReferentieAanbieder VerzoekAntwoord RedenAfwijzingVerzoek Woonplaatsbeginsel?" + CODES),
            Map.entry(ResponsibleMunicipality.class, "Gemeente" + CODES),
            Map.entry(
                    ReturnHeader.class,
                    "IdentificatieRetour DagtekeningRetour XsltVersie XsdVersieRetour RetourCodes/RetourCode"),
            Map.entry(
                    AnswerHeader.class,
                    "DeclaratieIdentificatie XsltVersie XsdVersieDeclaratie RetourCodes/RetourCode"),
            Map.entry(Address.class, "Huis Postcode Straatnaam Plaatsnaam LandCode"),
            Map.entry(BirthDate.class, "Datum DatumGebruik"),
            Map.entry(Communication.class, "Vorm Taal"),
            Map.entry(FamilyName.class, "Achternaam Voorvoegsel"),
            Map.entry(House.class, "Huisnummer Huisletter HuisnummerToevoeging AanduidingWoonadres"),
            Map.entry(Identification.class, "Identificatie Dagtekening"),
            Map.entry(OpenPeriod.class, "Begindatum Einddatum"),
            Map.entry(PersonName.class, "Geslachtsnaam Partnernaam~ Voornamen Voorletters NaamGebruik~"),
            Map.entry(Product.class, "Categorie Code"),
            Map.entry(Referrer.class, "Type Naam ZorgverlenerCode"),
            Map.entry(SchemaVersions.class, "BasisschemaXsdVersie BerichtXsdVersie"),
            Map.entry(Telephone.class, "Telefoonnummer Landnummer"),
            Map.entry(Telephones.class, "Telefoon01 Telefoon02"),
            Map.entry(Volume.class, "Volume Eenheid Frequentie"));

    private RecordElements() {}

    static String[] of(Class<?> record) {
        String elements = ELEMENTS.get(record);
        if (elements == null) {
            throw new IllegalStateException("no elements for " + record.getSimpleName());
        }
        return elements.split(" ");
    }
}

package nl.leercirkel.care.ggm;

import static nl.leercirkel.care.ggm.Attribute.absent;
import static nl.leercirkel.care.ggm.Attribute.key;
import static nl.leercirkel.care.ggm.Attribute.reference;
import static nl.leercirkel.care.ggm.Attribute.value;

import java.util.List;
import nl.leercirkel.standards.ijw.definition.Law;

/**
 * Which field of ours is which attribute of the model. The source is GGM 2.5.1 (Gemeente Delft), social domain: names of entities
 * and attributes as in its definitions, keys and references as in the DDL of the diagram "Sociaal Domein Beschikking en Voorziening".
 *
 * <p>The queries name three things that {@link GgmExport} makes for the law at hand: the tables export_message (messages that
 * count) and export_allocation (each decision on an allocation, with the one that holds), and the lines that hold ("holding",
 * with "answers").
 */
public final class GgmModel {
    public static final String NAME = "Gemeentelijk Gegevensmodel (GGM) 2.5.1, sociaal domein";

    private static final String NOT_IN_MESSAGES = "Staat niet in berichten.";
    private static final String NOT_KEPT = "Wordt niet bewaard (dataminimalisatie).";
    private static final String LAW = "De wet van het bericht.";
    private static final String HOLDING_ALLOCATION = """
            left join export_allocation a on a.holds and a.municipality = %1$s.municipality and a.provider = %1$s.provider
              and a.person_id = %1$s.person_id and a.allocation_number = %1$s.allocation_number
            """;

    private final Law law;
    private final String wet;

    private GgmModel(Law law) {
        this.law = law;
        this.wet = "'" + Codes.law(law) + "'";
    }

    /** The entities that have rows of ours, in the order in which they refer to each other. */
    public static List<Entity> of(Law law) {
        GgmModel model = new GgmModel(law);
        return List.of(
                model.client(),
                model.provider(),
                model.provisionKind(),
                model.provision(),
                model.allocation(),
                model.grantedProvision(),
                model.decision(),
                model.request(),
                model.delivery(),
                model.declaration(),
                model.line());
    }

    private Entity client() {
        return new Entity(
                "Client",
                "client",
                "Een mens over wie een goed bericht gaat, als pseudoniem van het doel van de wet.",
                """
                from (select f.person_id from care.allocation f join export_message m on m.message_id = f.message_id
                  union select f.person_id from care.request f join export_message m on m.message_id = f.message_id
                  union select f.person_id from care.delivery f join export_message m on m.message_id = f.message_id
                  union select f.person_id from care.line f join export_message m on m.message_id = f.message_id) p
                order by p.person_id""",
                List.of(
                        key("RECHTSPERSOON_ID", "p.person_id::text", "Het pseudoniem; nooit het burgerservicenummer."),
                        value("code", "p.person_id::text", "Het pseudoniem, omdat er geen eigen cliëntnummer is."),
                        absent("gezagsdragerGekend", NOT_IN_MESSAGES),
                        absent("juridischeStatus", NOT_KEPT),
                        absent("wettelijkeVertegenwoordiging", NOT_KEPT)));
    }

    private Entity provider() {
        return new Entity(
                "Leverancier",
                "leverancier",
                "Een aanbieder die in een goed bericht voorkomt.",
                "from (select distinct provider from export_message) p order by p.provider",
                List.of(
                        key("RECHTSPERSOON_ID", "p.provider", "De AGB-code uit de kop van het bericht."),
                        value("AGBCode", "p.provider", "De AGB-code uit de kop van het bericht."),
                        absent("soortLeverancierCode", NOT_IN_MESSAGES),
                        absent("soortLeverancier", NOT_IN_MESSAGES),
                        absent("leverancierscode", NOT_IN_MESSAGES),
                        absent("naam", NOT_IN_MESSAGES)));
    }

    private static final String PRODUCTS = """
            (select f.category, f.code from care.allocation f join export_message m on m.message_id = f.message_id
              union select f.category, f.code from care.delivery f join export_message m on m.message_id = f.message_id
              union select f.category, f.code from care.line f join export_message m on m.message_id = f.message_id)""";

    private Entity provisionKind() {
        return new Entity(
                "Voorzieningsoort",
                "voorzieningsoort",
                "Een productcategorie die in een bericht voorkomt.",
                "from (select distinct category from " + PRODUCTS
                        + " c where category is not null) p order by p.category",
                List.of(
                        key("VOORZIENINGSOORT_ID", kindId("p"), "Wet en productcategorie."),
                        value("productcategoriecode", "p.category", "De productcategorie (JZ020 of WMO020)."),
                        value(
                                "productcategorie",
                                Codes.category("p.category", law),
                                "De naam van de categorie, uit de codelijst van iJw of iWmo."),
                        absent("productcode", "Staat bij Voorziening."),
                        absent("code", NOT_IN_MESSAGES),
                        absent("naam", "Staat als productcategorie."),
                        absent("omschrijving", NOT_IN_MESSAGES),
                        value("wet", wet, LAW)));
    }

    private Entity provision() {
        return new Entity(
                "Voorziening",
                "voorziening",
                "Een product dat in een bericht voorkomt; zonder productcode als alleen de categorie is toegewezen.",
                "from " + PRODUCTS + " p where p.category is not null order by p.category, p.code nulls first",
                List.of(
                        key(
                                "VOORZIENING_ID",
                                provisionId("p.category", "p.code"),
                                "Wet, productcategorie en productcode."),
                        reference("VALT_BINNEN_VOORZIENINGSOORT_ID", kindId("p"), "De productcategorie."),
                        value("productcode", "p.code", "De productcode."),
                        absent("code", NOT_IN_MESSAGES),
                        value(
                                "naam",
                                "left(" + Codes.product("p.code", law) + ", 80)",
                                "De omschrijving van de standaardproductcode jeugd (JZ21), ten hoogste 80 tekens; leeg bij een eigen"
                                        + " code en bij de Wmo."),
                        absent("omschrijving", NOT_IN_MESSAGES),
                        absent("afhandelwijze", NOT_IN_MESSAGES),
                        value("wet", wet, LAW)));
    }

    private Entity allocation() {
        return new Entity(
                "Toewijzing",
                "toewijzing",
                "Een besluit over een toewijzing (301): elke wijziging is een rij, met hetzelfde toewijzingnummer.",
                "from export_allocation a order by a.message_id, a.ordinal",
                List.of(
                        key("TOEWIJZING_ID", "a.id", "Het bericht en het volgnummer daarin."),
                        reference("LEVERT_VOORZIENING_LEVERANCIER_ID", "a.provider", "De aanbieder."),
                        value("toewijzingnummer", "a.allocation_number", "Het toewijzingnummer."),
                        value("datumToewijzing", "a.decided_on", "De toewijzingsdatum. De tijd vraagt het model niet."),
                        value("datumStartToewijzing", "a.valid_from", "De ingangsdatum."),
                        value("datumEindeToewijzing", "a.valid_until", "De einddatum."),
                        value(
                                "redenWijziging",
                                "case when a.change_reason ~ '^[0-9]{1,4}$' then a.change_reason::int end",
                                "De reden van wijziging (JZ002), als getal: de nul ervoor valt weg."),
                        value("omvang", "a.volume", "Het volume."),
                        value("eenheid", Codes.unit("a.volume_unit"), "De eenheid (WJ756)."),
                        value("frequentie", Codes.frequency("a.volume_frequency"), "De frequentie (WMO757)."),
                        absent("datumAanschaf", NOT_IN_MESSAGES),
                        absent("code", NOT_IN_MESSAGES),
                        absent("commentaar", NOT_KEPT),
                        value("wet", wet, LAW)));
    }

    private Entity grantedProvision() {
        return new Entity(
                "Beschikte Voorziening",
                "beschikte_voorziening",
                "Een toewijzingnummer van een mens bij een aanbieder, zoals het laatste besluit zegt.",
                """
                from export_allocation a left join lateral (
                  select e.state from care.episode e where e.person_id = a.person_id and e.law = '[law]'
                    and e.municipality = a.municipality and e.provider = a.provider and a.allocation_number = any (e.allocations)
                  order by e.ordinal desc limit 1) e on true
                where a.holds order by a.provision""".replace("[law]", law.name()),
                List.of(
                        key(
                                "BESCHIKTE_VOORZIENING_ID",
                                "a.provision",
                                "Gemeente, aanbieder, toewijzingnummer en pseudoniem."),
                        reference(
                                "TOEGEWEZEN_PRODUCT_TOEWIJZING_ID",
                                "a.id",
                                "Het besluit dat geldt: het laatste naar datum en tijd."),
                        reference(
                                "IS_VOORZIENING_VOORZIENING_ID",
                                provisionId("a.category", "a.code"),
                                "Het toegewezen product; leeg bij een toewijzing zonder product."),
                        absent("code", NOT_IN_MESSAGES),
                        value("omvang", "a.volume", "Het volume."),
                        value("eenheid", Codes.unit("a.volume_unit"), "De eenheid (WJ756)."),
                        value("frequentie", Codes.frequency("a.volume_frequency"), "De frequentie (WMO757)."),
                        value("datumStart", "a.valid_from", "De ingangsdatum die nu geldt."),
                        value("datumEinde", "a.valid_until", "De einddatum die nu geldt."),
                        value("datumEindeOorspronkelijk", "a.first_until", "De einddatum van het eerste besluit."),
                        value(
                                "leveringsvorm",
                                "'ZIN'",
                                "Altijd zorg in natura: daarover gaan toewijzingen van iJw en iWmo."),
                        value(
                                "status",
                                "case when a.change_reason = '13' then 'verwijderd' else " + Codes.state("e.state")
                                        + " end",
                                "Hoe het traject ervoor staat: toegewezen, loopt, onderbroken, beëindigd; of verwijderd (JZ002 13)."
                                        + " Onze woorden: het model heeft geen lijst."),
                        absent("redenEinde", "Staat bij Levering (stopreden)."),
                        value("wet", wet, LAW)));
    }

    private Entity decision() {
        return new Entity(
                "Beschikking",
                "beschikking",
                "De schakel tussen cliënt en toewijzing, die het model vraagt: een rij per besluit. Berichten noemen de beschikking zelf"
                        + " niet.",
                "from export_allocation a order by a.message_id, a.ordinal",
                List.of(
                        key("BESCHIKKING_ID", "a.id", "Het bericht en het volgnummer daarin."),
                        reference("CLIENT_ID", "a.person_id::text", "Het pseudoniem van de cliënt."),
                        reference(
                                "HEEFT_VOORZIENINGEN_BESCHIKTE_VOORZIENING_ID",
                                "a.provision",
                                "Gemeente, aanbieder, toewijzingnummer en pseudoniem."),
                        reference("TOEWIJZING_TOEWIJZING_ID", "a.id", "Het besluit over de toewijzing."),
                        absent("datumAfgifte", NOT_IN_MESSAGES),
                        absent("code", NOT_IN_MESSAGES),
                        absent("grondslagen", NOT_IN_MESSAGES),
                        absent("commentaar", NOT_IN_MESSAGES),
                        value("wet", wet, LAW)));
    }

    private Entity request() {
        return new Entity(
                "Verzoek om Toewijzing",
                "verzoek_om_toewijzing",
                "Een verzoek om toewijzing (315) of om wijziging (317).",
                """
                from care.request f join export_message m on m.message_id = f.message_id
                left join (select distinct on (municipality, provider, person_id, provider_reference)
                    municipality, provider, person_id, provider_reference, id
                  from export_allocation where provider_reference is not null
                  order by municipality, provider, person_id, provider_reference, decided_on, decided_at, id) a
                  on a.municipality = m.municipality and a.provider = m.provider and a.person_id = f.person_id
                  and a.provider_reference = f.reference
                order by f.message_id, f.ordinal""",
                List.of(
                        key(
                                "VERZOEK_OM_TOEWIJZING_ID",
                                "f.message_id || '-' || f.ordinal",
                                "Het bericht en het volgnummer daarin."),
                        reference("BETREFT_CLIENT_ID", "f.person_id::text", "Het pseudoniem van de cliënt."),
                        reference("LEVERANCIER_LEVERANCIER_ID", "m.provider", "De aanbieder."),
                        reference(
                                "LEIDT_TOT_BESCHIKKING_ID",
                                "a.id",
                                "Het eerste besluit dat de referentie van de aanbieder noemt."),
                        value("referentieAanbieder", "f.reference", "De referentie van de aanbieder."),
                        value("soortVerwijzer", Codes.referrer("f.referrer_type"), "Het soort verwijzer (COD327)."),
                        absent("beschikkingsnummer", NOT_KEPT),
                        absent("datumIngangBeschikking", NOT_IN_MESSAGES),
                        absent("datumIngangToewijzing", NOT_KEPT),
                        absent("datumEindeToewijzing", NOT_KEPT),
                        absent("volume", NOT_KEPT),
                        absent("eenheid", NOT_KEPT),
                        absent("frequentie", NOT_KEPT),
                        absent("verwijzer", NOT_KEPT),
                        absent("raamcontract", NOT_KEPT),
                        absent("datumOntvangst", "Wanneer de gemeente het ontving, staat in geen bericht."),
                        absent("commentaar", NOT_KEPT)));
    }

    private Entity delivery() {
        return new Entity(
                "Levering",
                "levering",
                "Een begin van hulp (305) met het einde dat erbij hoort (307), als die gelden; wat is verwijderd staat er niet in."
                        + " Opnieuw beginnen na een onderbreking is een rij.",
                """
                from (select distinct on (municipality, provider, person_id, subject, begin_on) h.* from (
                    select municipality, provider, person_id, allocation_number, category, code, subject, begin_on, end_on, end_reason
                    from (
                      select m.municipality, m.provider, f.person_id, f.allocation_number, f.category, f.code, f.begin_on, f.end_on,
                        f.end_reason, m.message_date,
                        coalesce(f.allocation_number::text, f.category || coalesce('.' || f.code, ''), '') as subject,
                        count(distinct (m.kind, m.sender, m.identification)) filter (where not f.removal) as sent,
                        count(distinct (m.kind, m.sender, m.identification)) filter (where f.removal) as removed
                      from care.delivery f join export_message m on m.message_id = f.message_id
                      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11) days
                    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
                    having (array_agg(sent > removed order by message_date desc) filter (where sent <> removed))[1]) h
                  order by municipality, provider, person_id, subject, begin_on, (end_on is null), (end_reason = '20'), end_on desc,
                    end_reason desc, category, code) f
                """ + HOLDING_ALLOCATION.formatted("f") + "order by 1",
                List.of(
                        key(
                                "LEVERING_ID",
                                "f.municipality || '-' || f.provider || '-' || f.subject || '-' || f.begin_on || '-' || f.person_id",
                                "Gemeente, aanbieder, toewijzingnummer of product, begindatum en pseudoniem."),
                        reference("PRESTATIE_VOOR_CLIENT_ID", "f.person_id::text", "Het pseudoniem van de cliënt."),
                        reference(
                                "GELEVERDE_ZORG_TOEWIJZING_ID",
                                "a.id",
                                "Het geldende besluit over de toewijzing; leeg als dat niet is ingelezen."),
                        reference(
                                "VOORZIENING_VOORZIENING_ID",
                                "coalesce(" + provisionId("f.category", "f.code") + ", "
                                        + provisionId("a.category", "a.code") + ")",
                                "Het product in het bericht, en anders dat van de toewijzing."),
                        absent("code", NOT_IN_MESSAGES),
                        value("datumStart", "f.begin_on", "De begindatum."),
                        value("datumStop", "f.end_on", "De einddatum."),
                        value(
                                "stopreden",
                                "f.end_reason",
                                "De reden van beëindiging: een code uit JZ588 (jeugd) of WMO588 (Wmo), die niet hetzelfde betekenen."),
                        absent("omvang", NOT_IN_MESSAGES),
                        absent("eenheid", NOT_IN_MESSAGES),
                        absent("frequentie", NOT_IN_MESSAGES)));
    }

    private Entity declaration() {
        return new Entity(
                "Declaratie",
                "declaratie",
                "Een declaratie (323) als geheel.",
                """
                from care.declaration d join export_message m on m.message_id = d.message_id
                left join answers a on a.law = '[law]' and a.provider = m.provider and a.declaration_message = m.identification
                order by d.message_id""".replace("[law]", law.name()),
                List.of(
                        key("DECLARATIE_ID", "d.message_id::text", "Het bericht."),
                        reference("INGEDIEND_DOOR_LEVERANCIER_ID", "m.provider", "De aanbieder."),
                        value("datumDeclaratie", "m.message_date", "De dagtekening van het bericht."),
                        value(
                                "declaratieBedrag",
                                "round(d.total_cents / 100.0, 2)",
                                "Het ingediende totaal in euro; credit is negatief."),
                        value(
                                "declaratieStatus",
                                "case when a.message_id is null then 1 when a.whole then 3 else 2 end",
                                "1 nog niet beantwoord, 2 geheel of deels toegekend, 3 geheel afgekeurd. Onze cijfers: het model heeft"
                                        + " geen lijst.")));
    }

    private Entity line() {
        return new Entity(
                "Declaratieregel",
                "declaratieregel",
                "Een regel van een declaratie die geldt en niet is afgekeurd. Bij status 2 van de declaratie is de regel toegekend, bij"
                        + " status 1 nog open.",
                """
                from holding f join export_message m on m.message_id = f.message_id
                """
                        + HOLDING_ALLOCATION.formatted("f")
                        + "where f.state <> 'REJECTED' order by f.message_id, f.ordinal",
                List.of(
                        key(
                                "DECLARATIEREGEL_ID",
                                "f.message_id || '-' || f.ordinal",
                                "Het bericht en het volgnummer daarin."),
                        reference("VALT_BINNEN_DECLARATIE_ID", "f.message_id::text", "Het bericht."),
                        reference("BETREFT_CLIENT_ID", "f.person_id::text", "Het pseudoniem van de cliënt."),
                        reference(
                                "IS_VOOR_BESCHIKKING_ID",
                                "a.id",
                                "Het geldende besluit over de toewijzing; leeg als dat niet is ingelezen."),
                        value("code", "f.reference", "Het referentienummer van de regel."),
                        value("bedrag", "round(f.cents / 100.0, 2)", "Het bedrag in euro; credit is negatief."),
                        value(
                                "datumStart",
                                "f.month",
                                "De eerste dag van de maand van de productperiode; de dag zelf wordt niet bewaard."),
                        value(
                                "datumEinde",
                                "(f.month + interval '1 month' - interval '1 day')::date",
                                "De laatste dag van die maand.")));
    }

    private String kindId(String of) {
        return wet + " || '-' || " + of + ".category";
    }

    private String provisionId(String category, String code) {
        return wet + " || '-' || " + category + " || coalesce('-' || " + code + ", '')";
    }
}

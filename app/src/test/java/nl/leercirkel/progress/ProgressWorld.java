package nl.leercirkel.progress;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.leercirkel.identity.Accounts;
import nl.leercirkel.organisation.PartnerDraft;
import nl.leercirkel.organisation.PartnerKind;
import nl.leercirkel.organisation.Partners;
import nl.leercirkel.portfolio.Parsed;
import nl.leercirkel.portfolio.PortfolioEditor;
import nl.leercirkel.portfolio.ProgrammeEditor;
import nl.leercirkel.portfolio.ProgrammeForm;
import nl.leercirkel.portfolio.ProjectForm;
import nl.leercirkel.portfolio.SaveOutcome;
import nl.leercirkel.portfolio.TextForm;
import nl.leercirkel.progress.RoundDraft.AskedQuestion;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Role;
import nl.leercirkel.support.TestPeople;
import nl.leercirkel.support.TestPeople.TestPerson;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** A fresh authority with a programme of two questions and three projects, and people of each kind. */
final class ProgressWorld {
    static final String FIRST = "Wat is er gedaan?";
    static final String SECOND = "Wat hebt u geleerd?";

    final UUID authorityId;
    final TestPerson managerPerson;
    final TestPerson leadPerson;
    final Actor manager;
    final Actor lead;
    final Actor secondLead;
    final Actor adviser;
    final Actor outsider;
    final Actor council;
    final UUID programmeId;
    final UUID buurtcirkels;
    final UUID recept;
    final UUID finished;
    private final PortfolioEditor projects;
    private final RoundEditor rounds;

    ProgressWorld(AutowireCapableBeanFactory beans) {
        TestPeople people = beans.getBean(TestPeople.class);
        Accounts accounts = beans.getBean(Accounts.class);
        Partners partners = beans.getBean(Partners.class);
        projects = beans.getBean(PortfolioEditor.class);
        rounds = beans.getBean(RoundEditor.class);
        authorityId = people.authority().authorityId();
        managerPerson = people.person(authorityId, Role.PROGRAMME_MANAGER);
        manager = people.actor(managerPerson);
        council = people.actor(people.person(authorityId, Role.COUNCIL_MEMBER));
        leadPerson = people.person(authorityId);
        Map<String, UUID> byName = new HashMap<>();
        ActorContext.runAs(manager, () -> {
            for (String name : List.of("Zorgstroom", "Raadgever", "Buitenstaander")) {
                byName.put(
                        name,
                        partners.obtain(PartnerDraft.of(name, PartnerKind.PROVIDER))
                                .partnerId());
            }
        });
        lead = worker(people, accounts, leadPerson, Role.LEAD_PARTNER, byName.get("Zorgstroom"));
        secondLead = worker(people, accounts, people.person(authorityId), Role.PARTNER, byName.get("Zorgstroom"));
        adviser = worker(people, accounts, people.person(authorityId), Role.LEAD_PARTNER, byName.get("Raadgever"));
        outsider = worker(people, accounts, people.person(authorityId), Role.PARTNER, byName.get("Buitenstaander"));
        programmeId = ActorContext.callAs(
                manager,
                () -> saved(beans.getBean(ProgrammeEditor.class)
                        .addProgramme(valid(ProgrammeForm.parse(TextForm.of(
                                ProgrammeForm.SHAPE,
                                Map.of("naam", "Zorgzame Stad", "vragen", FIRST + "\n" + SECOND)))))));
        buurtcirkels = project(
                "naam",
                "Buurtcirkels",
                "nummer",
                "1",
                "fase",
                "loopt",
                "partners.0.naam",
                "Zorgstroom",
                "partners.0.rol",
                "penvoerder",
                "partners.1.naam",
                "Raadgever",
                "partners.1.rol",
                "adviseur");
        recept = project(
                "naam",
                "Sociaal recept",
                "nummer",
                "2",
                "fase",
                "loopt",
                "partners.0.naam",
                "Buitenstaander",
                "partners.0.rol",
                "penvoerder");
        finished = project("naam", "Afgerond werk", "nummer", "3", "fase", "afgerond");
    }

    private static Actor worker(TestPeople people, Accounts accounts, TestPerson person, Role role, UUID partnerId) {
        accounts.grant(person.accountId(), person.authorityId(), role, partnerId);
        return people.actor(person);
    }

    UUID project(String... texts) {
        Map<String, String> flat = new LinkedHashMap<>();
        for (int i = 0; i < texts.length; i += 2) {
            flat.put(texts[i], texts[i + 1]);
        }
        return ActorContext.callAs(
                manager,
                () -> saved(projects.addProject(
                        programmeId, valid(ProjectForm.parse(TextForm.of(ProjectForm.SHAPE, flat), List.of())), "")));
    }

    UUID open(String name, LocalDate deadline, UUID... taking) {
        return open(new RoundDraft(
                programmeId,
                name,
                "2e helft 2026",
                deadline,
                List.of(
                        new AskedQuestion(FIRST, "", Question.topicOf(FIRST)),
                        new AskedQuestion(SECOND, "", Question.topicOf(SECOND))),
                Set.of(taking)));
    }

    UUID open(RoundDraft draft) {
        return ActorContext.callAs(manager, () -> rounds.open(draft).orElseThrow());
    }

    private static <T> T valid(Parsed<T> parsed) {
        if (parsed instanceof Parsed.Valid<T>(T value)) {
            return value;
        }
        throw new AssertionError(parsed.toString());
    }

    private static UUID saved(SaveOutcome outcome) {
        if (outcome instanceof SaveOutcome.Saved(UUID id)) {
            return id;
        }
        throw new AssertionError(outcome.toString());
    }
}

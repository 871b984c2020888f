package nl.leercirkel;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leercirkel.database.InstallationTransactions;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.standards.ijw.stream.MessageReader;
import nl.leercirkel.statistics.sample.Proportions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;

/** The house as rules: a module imports only from lower floors, and reaches no table but its own. */
class FloorsTest {
    /** The floors of docs/architecture.md; a new module gets its line here first. */
    private static final Map<String, Integer> FLOORS = Map.ofEntries(
            entry("statistics", 0),
            entry("standards", 0),
            entry("spreadsheet", 1),
            entry("security", 1),
            entry("chart", 1),
            entry("database", 2),
            entry("shell", 2),
            entry("audit", 3),
            entry("job", 3),
            entry("backup", 3),
            entry("organisation", 4),
            entry("privacy", 4),
            entry("identity", 5),
            entry("care", 5),
            entry("portfolio", 6),
            entry("source", 6),
            entry("progress", 7),
            entry("call", 7),
            entry("exchange", 8),
            entry("report", 9),
            entry("web", 10),
            entry("demo", 11));

    /** Who may work for the installation as a whole, past row-level security, and why. */
    private static final Map<String, String> WORK_FOR_THE_INSTALLATION = Map.ofEntries(
            entry("nl.leercirkel.database.InstallationTransactions", "the way in for all classes below"),
            entry("nl.leercirkel.identity.LocalSignIn", "signing in"),
            entry("nl.leercirkel.identity.OpenIdConnectAccounts", "signing in"),
            entry("nl.leercirkel.identity.Invitations", "somebody without a session sets a password"),
            entry("nl.leercirkel.identity.OwnAccount", "one's own account may have another authority as home"),
            entry("nl.leercirkel.identity.AccountAdministration", "an account may have another authority as home"),
            entry("nl.leercirkel.identity.Accounts", "making accounts, also before an authority has any"),
            entry("nl.leercirkel.identity.Setup", "the first administrator"),
            entry("nl.leercirkel.identity.InstallationController", "adding authorities"),
            entry("nl.leercirkel.identity.Sessions", "when somebody last signed in"),
            entry("nl.leercirkel.job.JobRunner", "claiming a job before it is known whose it is"),
            entry("nl.leercirkel.job.JobCleaning", "removing expired files of all authorities"),
            entry("nl.leercirkel.source.SourceCleaning", "removing files of all authorities that nobody decided about"),
            entry("nl.leercirkel.source.SupplyRounds", "finding what is to be fetched, and on whose behalf"),
            entry(
                    "nl.leercirkel.privacy.PrivacyCleaning",
                    "removing sealed files of all authorities that are past their time"),
            entry("nl.leercirkel.privacy.KeyRotation", "a new key is for the codes of all authorities"),
            entry("nl.leercirkel.portfolio.StoredChecks", "counting the checks of all projects anew after a release"),
            entry("nl.leercirkel.organisation.Authorities", "naming the authorities somebody can choose from"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("nl.leercirkel", "nl.leercirkeldb");

    @Test
    void modulesUseOnlyEachOthersApiAndHaveNoCycles() {
        // The libraries are no modules of Spring's: what they give is in their module-info, and held below.
        ApplicationModules.of(
                        Application.class,
                        JavaClass.Predicates.resideInAnyPackage(
                                "nl.leercirkel.statistics..", "nl.leercirkel.standards.."))
                .verify();
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void ofALibraryOnlyWhatItExportsIsUsed(String name, Class<?> ofLibrary) {
        String root = "nl.leercirkel." + name;
        Set<String> exported = ModuleFinder.of(Path.of(ofLibrary
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath()))
                .find(root)
                .orElseThrow()
                .descriptor()
                .exports()
                .stream()
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
        Set<String> used = new TreeSet<>();
        CLASSES.stream()
                .filter(type -> !type.getPackageName().startsWith(root))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getPackageName())
                .filter(found -> found.startsWith(root))
                .forEach(used::add);
        assertThat(used).isNotEmpty();
        assertThat(exported).containsAll(used);
    }

    static Stream<Arguments> libraries() {
        return Stream.of(Arguments.of("statistics", Proportions.class), Arguments.of("standards", MessageReader.class));
    }

    @Test
    void everyModuleHasAFloor() {
        Set<String> modules = new TreeSet<>();
        CLASSES.forEach(type -> moduleOf(type).ifPresent(modules::add));
        assertThat(FLOORS.keySet()).containsAll(modules);
    }

    @Test
    void aModuleImportsOnlyFromLowerFloors() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            Optional<String> from = moduleOf(type);
            if (from.isEmpty()) {
                continue;
            }
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                Optional<String> to = moduleOf(dependency.getTargetClass());
                if (to.isPresent() && !to.equals(from) && FLOORS.get(to.get()) >= FLOORS.get(from.get())) {
                    wrong.add(type.getName() + " -> "
                            + dependency.getTargetClass().getName());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aModuleReachesOnlyItsOwnTables() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            Optional<String> from = moduleOf(type);
            if (from.isEmpty()) {
                continue;
            }
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String target = dependency.getTargetClass().getPackageName();
                if (target.startsWith("nl.leercirkeldb.") && !target.split("\\.")[2].equals(from.get())) {
                    wrong.add(type.getName() + " -> " + target);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void onlyKnownClassesWorkForTheInstallation() {
        Set<String> callers = new TreeSet<>();
        CLASSES.get(ActorContext.class).getMethods().stream()
                .filter(method -> method.getName().equals("callAsInstallation"))
                .flatMap(method -> method.getCallsOfSelf().stream())
                .forEach(call -> callers.add(outermost(call.getOriginOwner())));
        CLASSES.get(InstallationTransactions.class).getMethods().stream()
                .flatMap(method -> method.getCallsOfSelf().stream())
                .forEach(call -> callers.add(outermost(call.getOriginOwner())));
        assertThat(callers).isEqualTo(new TreeSet<>(WORK_FOR_THE_INSTALLATION.keySet()));
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }

    private static Optional<String> moduleOf(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        boolean inModule = parts.length >= 3 && parts[0].equals("nl") && parts[1].equals("leercirkel");
        return inModule ? Optional.of(parts[2]) : Optional.empty();
    }
}

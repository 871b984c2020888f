package nl.leercirkel.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.leercirkel.audit.ObjectHistory;
import nl.leercirkel.job.ActorSource;
import nl.leercirkel.privacy.SealedUpload;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Role;
import nl.leercirkel.source.Import.State;
import nl.leercirkel.source.check.Definition;
import nl.leercirkel.source.check.Field;
import nl.leercirkel.source.check.FieldType;
import nl.leercirkel.spreadsheet.RefusedFileException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;

/**
 * The part of the application that imports, in a process of its own, to be killed at any moment. It brings one file after
 * another, decides about each, and goes on with what an earlier process left. With the argument "einde" it only finishes
 * that and stops.
 */
final class ImportKillProgram {
    static final UUID AUTHORITY = UUID.fromString("00000000-0000-4000-8000-0000000000a1");
    static final Actor ANALYST = new Actor(new UUID(7, 1), "Ada Analist", AUTHORITY, Set.of(Role.ANALYST), null, false);
    /** Several batches, so that there is much to be killed in. */
    static final int ROWS = 2 * Intake.BATCH + 500;

    private static final String NAME = "Proef";

    private ImportKillProgram() {}

    public static void main(String[] arguments) throws Exception {
        boolean finish = arguments[0].equals("einde");
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "leercirkel.job.heartbeat=300ms",
                        "leercirkel.job.polling=100ms",
                        "leercirkel.job.stop-wait=2s",
                        "spring.datasource.hikari.maximum-pool-size=6",
                        "spring.session.jdbc.initialize-schema=never",
                        "spring.messages.basename=messages/job",
                        "spring.messages.fallback-to-system-locale=false")
                .run(Arrays.stream(arguments)
                        .skip(1)
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new))) {
            System.out.println("READY");
            ActorContext.<Void, Exception>callAs(ANALYST, () -> {
                work(context, finish);
                return null;
            });
            System.out.println("DONE");
        }
    }

    private static void work(ConfigurableApplicationContext context, boolean finish)
            throws IOException, RefusedFileException, InterruptedException {
        DatasetAdministration datasets = context.getBean(DatasetAdministration.class);
        Imports imports = context.getBean(Imports.class);
        UUID dataset = dataset(datasets);
        boolean first = true;
        while (true) {
            List<nl.leercirkel.source.Import> open = imports.ofDataset(dataset);
            if (open.isEmpty()) {
                boolean enough = finish && !datasets.versions(dataset).isEmpty();
                if (enough) {
                    return;
                }
                bring(imports, dataset, datasets.versions(dataset).size() + 1);
                System.out.println("BROUGHT");
                continue;
            }
            if (first) {
                first = false;
                System.out.println("BROUGHT");
            }
            for (nl.leercirkel.source.Import of : open) {
                goOn(imports, of);
            }
            Thread.sleep(20);
        }
    }

    private static void goOn(Imports imports, nl.leercirkel.source.Import of) {
        switch (of.state()) {
            case LOOKED_AT -> imports.start(of);
            case CHECKING -> {
                // a job that went down with three processes waits for somebody to press the button
                if (imports.job(of).filter(job -> job.status().isFinal()).isPresent()
                        && imports.find(of.datasetId(), of.id()).orElseThrow().state() == State.CHECKING) {
                    imports.start(of);
                }
            }
            case CHECKED -> {
                imports.decide(of.datasetId(), of.id(), true);
                System.out.println("DECIDED");
            }
            case REFUSED -> throw new IllegalStateException(of.message());
        }
    }

    private static UUID dataset(DatasetAdministration datasets) {
        List<DatasetAdministration.Line> found = datasets.list(NAME);
        UUID id = found.isEmpty()
                ? datasets.add(new Dataset.About(NAME, "", "Team", "Proef", "", "", Refresh.ONCE, "", ""))
                        .orElseThrow()
                : found.getFirst().id();
        Dataset dataset = datasets.find(id).orElseThrow();
        if (dataset.definition().fields().isEmpty()) {
            datasets.change(
                    id,
                    dataset.revision(),
                    dataset.about(),
                    new Definition(
                            List.of(Field.of("Nummer", FieldType.WHOLE).asKey(), Field.of("Ronde", FieldType.WHOLE))));
        }
        return id;
    }

    /** A file of which each row says to which version it belongs. */
    private static void bring(Imports imports, UUID dataset, int round) throws IOException, RefusedFileException {
        StringBuilder text = new StringBuilder("Nummer;Ronde\n");
        for (int row = 1; row <= ROWS; row++) {
            text.append(row).append(';').append(round).append('\n');
        }
        byte[] content = text.toString().getBytes(StandardCharsets.UTF_8);
        try (SealedUpload upload =
                SealedUpload.of("ronde " + round + ".csv", new java.io.ByteArrayInputStream(content))) {
            imports.bring(dataset, upload.name(), upload, false);
        }
    }

    /** Not annotated as a configuration, so that no other test finds it by scanning. */
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {
                "nl.leercirkel.database",
                "nl.leercirkel.job",
                "nl.leercirkel.organisation",
                "nl.leercirkel.privacy",
                "nl.leercirkel.source"
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = Controller.class))
    @Import(ObjectHistory.class)
    static class Parts {
        /** Stands for identity. */
        @Bean
        ActorSource people() {
            return (account, authority) ->
                    Optional.of(ANALYST).filter(person -> person.accountId().equals(account));
        }
    }
}

package nl.leercirkel.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.leercirkel.support.Browser;
import nl.leercirkel.support.Endpoint;
import nl.leercirkel.support.IntegrationTest;
import nl.leercirkel.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Puts Dordrecht's identifiers in every address of the application, as people of Venlo. They find nothing, change nothing
 * and learn nothing; while Dordrecht's own people, by the same address, do find it.
 */
@IntegrationTest
class OtherAuthorityTest {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([^}]+)}");
    private static final List<String> OUTSIDERS =
            List.of("programmamanager@venlo.example", "beheerder@venlo.example", "penvoerder@venlo.example");
    private static final List<String> INSIDERS = List.of(
            "programmamanager@dordrecht.example",
            "beheerder@dordrecht.example",
            "penvoerder@dordrecht.example",
            "partner@dordrecht.example",
            "analist@dordrecht.example",
            "contract@dordrecht.example");
    /** Identifiers tried per variable: all the demo's applications, which are each in another state. */
    private static final int EACH = 4;

    @LocalServerPort
    private int port;

    @Autowired
    private DemoContent content;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private final UUID job = UUID.randomUUID();
    private final UUID round = UUID.randomUUID();
    private final UUID dataset = UUID.randomUUID();
    private final UUID stagedVersion = UUID.randomUUID();
    private UUID dordrecht = new UUID(0, 0);

    @BeforeEach
    void demo() throws SQLException {
        content.load();
        try (Connection connection = TestDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            dordrecht = UUID.fromString(
                    rows(statement, "select authority_id from organisation.authority where code = 'GM0505'")
                            .getFirst());
            // What the demo does not have: work with a file, a boundary of its own, a round
            // that was answered, an application that was refused.
            statement.execute(("""
                    insert into job.job (job_id, authority_id, account_id, person_name, kind, title, parameters, status,
                      created_at, finished_at, seen_at)
                    select '%1$s', '%2$s', account_id, name, 'proef', 'Werk van Dordrecht', '{}', 'SUCCEEDED', now(), now(), now()
                    from identity.account where email = 'programmamanager@dordrecht.example';
                    insert into job.file (job_id, authority_id, name, media_type, size, expires_at)
                    values ('%1$s', '%2$s', 'lijst.csv', 'text/csv', 1, now() + interval '50 years');
                    insert into job.file_chunk (job_id, number, authority_id, content) values ('%1$s', 0, '%2$s', 'x');
                    insert into privacy.linking (authority_id, left_purpose, right_purpose, ground, legal_basis, account_id,
                      person_name, made_at, ends_on, pairs)
                    values ('%2$s', 'jeugdhulp-berichten', 'wmo-berichten', 'Een vraag van Dordrecht', 'artikel 1', '%1$s', 'Jo',
                      now(), current_date + 9, 0);
                    insert into organisation.boundary (authority_id, status, topojson, municipalities, file_name, source,
                      licence, notices, loaded_by, loaded_at)
                    values ('%2$s', 'PREVIEW', '{}', 1, 'grenzen.json', 'Dordrecht zelf', 'CC0', '{}', 'Jo', now());
                    insert into progress.round (round_id, authority_id, programme_id, name, deadline, opened_at, opened_by)
                    select '%3$s', '%2$s', programme_id, 'Ronde van Dordrecht', current_date + 9, now(), 'Jo'
                    from portfolio.programme where authority_id = '%2$s';
                    insert into progress.question (authority_id, round_id, position, question, topic)
                    values ('%2$s', '%3$s', 0, 'Hoe gaat het?', 'hoe gaat het');
                    insert into progress.project_report (authority_id, round_id, project_id, project_name, state, version,
                      light, submissions, handed_in_at, changed_at)
                    select '%2$s', '%3$s', project_id, name, 'HANDED_IN', 1, 'ON_COURSE', 1, now(), now()
                    from portfolio.project where authority_id = '%2$s';
                    insert into progress.submission (authority_id, round_id, project_id, number, light, light_reason, figures,
                      handed_in_at, account_id, person_name)
                    select r.authority_id, r.round_id, r.project_id, 1, 'ON_COURSE', '', '', now(), a.account_id, a.name
                    from progress.project_report r join identity.account a on a.email = 'penvoerder@dordrecht.example'
                    where r.round_id = '%3$s';
                    insert into call.decision (authority_id, application_id, outcome, reason, decided_at, decided_by)
                    select authority_id, application_id, 'REFUSED', 'Past niet in deze ronde.', now(), 'Jo'
                    from call.submission where authority_id = '%2$s' and name = 'Buurtkamer';
                    insert into source.dataset (dataset_id, authority_id, name, description, owner, purpose, supplier, agreement,
                      refresh, licence, source_note, mapping, created_at, created_by, changed_at, changed_by)
                    values ('%4$s', '%2$s', 'Bron van Dordrecht', '', 'Team', 'Proef', '', '', 'ONCE', '', '', '{"columns":{}}',
                      now(), 'Jo', now(), 'Jo');
                    insert into source.version (version_id, authority_id, dataset_id, status, number, fingerprint, file_name,
                      file_hash, file_size, definition, revision, options, mapping, notes, received_at, received_by, stored_at,
                      stored_by)
                    select id, '%2$s', '%4$s', status, number, status, 'dordrecht.csv', 'abc', 1, '{"fields":[]}', 1,
                      '{"kind":"CSV","sheet":"","headerRow":1,"separator":";","decimal":"COMMA"}', '{"columns":{}}', '{}',
                      now(), 'Jo', moment, person
                    from (values (gen_random_uuid(), 'CURRENT', 1, now(), 'Jo'), ('%5$s'::uuid, 'STAGED', null, null, null))
                      as v (id, status, number, moment, person);
                    insert into source.import (authority_id, dataset_id, version_id, account_id, person_name, file_name,
                      file_hash, file_size, options, mapping, state, message, created_at, changed_at)
                    values ('%2$s', '%4$s', '%5$s', '%4$s', 'Jo', 'dordrecht.csv', 'abc', 1,
                      '{"kind":"CSV","sheet":"","headerRow":1,"separator":";","decimal":"COMMA"}', '{"columns":{}}', 'CHECKED', '',
                      now(), now());
                    insert into source.figure (authority_id, dataset_id, title, field, municipalities, created_at, created_by)
                    values ('%2$s', '%4$s', 'Cijfer van Dordrecht', 'Aantal', '{0505}', now(), 'Jo')
                    """).formatted(job, dordrecht, round, dataset, stagedVersion));
        }
    }

    @AfterEach
    void clear() throws SQLException {
        try (Connection connection = TestDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from job.job where job_id = '" + job + "'");
            for (String table : List.of("submission", "project_report", "question", "round")) {
                statement.execute("delete from progress." + table + " where round_id = '" + round + "'");
            }
            statement.execute("delete from call.decision where authority_id = '" + dordrecht + "'");
            for (String table : List.of("figure", "import", "use", "version", "dataset")) {
                statement.execute("delete from source." + table + " where authority_id = '" + dordrecht + "'");
            }
            statement.execute("delete from care.message where authority_id = '" + dordrecht + "'");
            statement.execute("delete from care.episode where authority_id = '" + dordrecht + "'");
            statement.execute("delete from privacy.sealed_file where authority_id = '" + dordrecht + "'");
            statement.execute("delete from privacy.linking where authority_id = '" + dordrecht + "'");
            statement.execute("delete from exchange.upload where authority_id = '" + dordrecht + "'");
            statement.execute("delete from organisation.boundary where authority_id = '" + dordrecht + "'");
        }
    }

    @Test
    void anotherAuthoritysIdentifierFindsNothingInAnyAddress() throws SQLException, IOException {
        List<Browser> insiders = browsers(INSIDERS);
        uploadAWorkbook(insiders.getFirst());
        uploadAMessage(insiders.get(INSIDERS.indexOf("analist@dordrecht.example")));
        Map<String, List<String>> identifiers = identifiers();
        List<String> names = namesOnlyDordrechtHas();
        assertThat(names).hasSizeGreaterThan(15);
        Map<String, String> before = contents();
        List<Browser> outsiders = browsers(OUTSIDERS);
        TreeSet<String> wrong = new TreeSet<>();
        TreeSet<String> unproven = new TreeSet<>();
        int walked = 0;
        for (Endpoint endpoint : Endpoint.all(mapping)) {
            List<String> paths = paths(endpoint, identifiers);
            walked += paths.isEmpty() ? 0 : 1;
            boolean read = endpoint.method().equals("GET");
            if (read
                    && !paths.isEmpty()
                    && !endpoint.path().endsWith("/voortgang") // a stream that stays open
                    && paths.stream()
                            .noneMatch(path -> insiders.stream()
                                    .anyMatch(insider -> insider.get(path).statusCode() == 200))) {
                unproven.add(endpoint + " " + paths);
            }
            for (String path : paths) {
                for (Browser outsider : outsiders) {
                    HttpResponse<String> answer = answer(outsider, endpoint, path);
                    if (answer.statusCode() != 404 && answer.statusCode() != 403) {
                        wrong.add(endpoint + " answered " + answer.statusCode() + " to " + path);
                    }
                    leaked(answer.body(), names).forEach(name -> wrong.add(endpoint + " told of " + name));
                }
            }
            for (String parameter : identifierParameters(endpoint)) {
                for (String value : identifiers.getOrDefault(snake(parameter), all(identifiers))) {
                    for (Browser outsider : outsiders) {
                        String body = outsider.get(endpoint.path() + "?" + parameter + "=" + value)
                                .body();
                        leaked(body, names).forEach(name -> wrong.add(endpoint + " told of " + name));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(unproven)
                .as("addresses that nobody of Dordrecht could read either: then this test proves nothing")
                .isEmpty();
        assertThat(walked).isGreaterThan(25);
        assertThat(contents()).isEqualTo(before);
    }

    /** The workbook that Dordrecht takes out, brought back: it waits to be stored. */
    private void uploadAWorkbook(Browser manager) throws SQLException {
        String excel = "/portfolio/" + programme() + "/excel";
        byte[] workbook = manager.download(excel + "/projecten.xlsx").body();
        manager.get(excel);
        assertThat(manager.upload(excel, "bestand", "projecten.xlsx", workbook).statusCode())
                .isIn(200, 302, 303);
    }

    /** A message that gets a return message, read to its end. */
    private void uploadAMessage(Browser analyst) throws IOException {
        analyst.get("/berichten");
        HttpResponse<String> answer = analyst.upload(
                "/berichten",
                "files",
                "JW305.xml",
                Files.readAllBytes(Path.of("..", "docs", "standaarden", "JW305.xml")));
        String work = analyst.location(answer).orElseThrow();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> analyst.get(work).body(), page -> page.contains("Ingelezen:"));
    }

    private String programme() throws SQLException {
        try (Connection connection = TestDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            return rows(
                            statement,
                            "select programme_id from portfolio.programme where authority_id = '" + dordrecht + "'")
                    .getFirst();
        }
    }

    private List<Browser> browsers(List<String> emails) {
        return emails.stream()
                .map(email -> {
                    Browser browser = new Browser(port);
                    browser.signIn(email, DemoAccounts.PASSWORD);
                    assertThat(browser.get("/").statusCode()).isEqualTo(200);
                    return browser;
                })
                .toList();
    }

    /** The addresses of an endpoint with identifiers of Dordrecht; none when it takes no identifier. */
    private List<String> paths(Endpoint endpoint, Map<String, List<String>> identifiers) {
        List<String> paths = new ArrayList<>(List.of(endpoint.path()));
        Matcher variable = VARIABLE.matcher(endpoint.path());
        boolean found = false;
        while (variable.find()) {
            String name = variable.group(1).replaceFirst(":.*", "");
            if (name.equals("number")) {
                paths.replaceAll(
                        path -> path.replace("{number}", "1")); // a version of what the identifier before it names
                continue;
            }
            if (!isIdentifier(name)) {
                return List.of();
            }
            found = true;
            List<String> values = name.equals("id") ? List.of(job.toString()) : identifiers.get(snake(name));
            assertThat(values)
                    .as("identifiers of Dordrecht for {" + name + "} in " + endpoint)
                    .isNotEmpty();
            String placeholder = variable.group();
            paths = paths.stream()
                    .flatMap(path -> values.stream().limit(EACH).map(value -> path.replace(placeholder, value)))
                    .collect(Collectors.toCollection(ArrayList::new));
        }
        return found ? paths : List.of();
    }

    // Codes are public facts, and a token is a secret of its own.
    private static boolean isIdentifier(String variable) {
        return variable.equals("id") || variable.endsWith("Id");
    }

    private static List<String> identifierParameters(Endpoint endpoint) {
        if (!endpoint.method().equals("GET") || endpoint.path().contains("{")) {
            return List.of();
        }
        return Arrays.stream(endpoint.handler().getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .filter(OtherAuthorityTest::isUuid)
                .map(OtherAuthorityTest::name)
                .toList();
    }

    private static boolean isUuid(MethodParameter parameter) {
        return parameter.getGenericParameterType().getTypeName().contains("UUID");
    }

    private HttpResponse<String> answer(Browser outsider, Endpoint endpoint, String path) {
        return switch (endpoint.method()) {
            case "GET" -> outsider.get(path);
            case "POST" ->
                path.startsWith("/api/") ? outsider.post(path, "{}") : outsider.submit(path, fields(endpoint));
            case "PUT" -> outsider.put(path, "{}");
            default -> throw new AssertionError("No way to send " + endpoint);
        };
    }

    /** What the form must have to be looked at; the rest of it does not matter to who may not send it. */
    private String[] fields(Endpoint endpoint) {
        return Arrays.stream(endpoint.handler().getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .flatMap(parameter -> Stream.of(name(parameter), isUuid(parameter) ? job.toString() : "1"))
                .toArray(String[]::new);
    }

    private static String name(MethodParameter parameter) {
        RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
        String given = annotation == null ? "" : annotation.name() + annotation.value();
        return given.isEmpty() ? parameter.getParameter().getName() : given;
    }

    private static String snake(String camel) {
        return camel.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }

    private static List<String> all(Map<String, List<String>> identifiers) {
        return identifiers.values().stream()
                .flatMap(values -> values.stream().limit(1))
                .toList();
    }

    private static Stream<String> leaked(String body, List<String> names) {
        return names.stream().filter(body::contains);
    }

    /** Every identifier in a row of Dordrecht, by the name of its column. */
    private Map<String, List<String>> identifiers() throws SQLException {
        Map<String, List<String>> found = new TreeMap<>();
        try (Connection connection = TestDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            for (String column : rows(statement, """
                    select format('%I.%I|%I', c.table_schema, c.table_name, c.column_name)
                    from information_schema.columns c
                    where c.udt_name = 'uuid' and c.column_name <> 'authority_id' and exists (
                      select from information_schema.columns a where (a.table_schema, a.table_name, a.column_name)
                        = (c.table_schema, c.table_name, 'authority_id'))
                    order by 1
                    """)) {
                String[] parts = column.split("\\|");
                List<String> values = found.computeIfAbsent(parts[1], name -> new ArrayList<>());
                rows(
                                statement,
                                "select distinct %s from %s where authority_id = '%s' and %1$s is not null"
                                        .formatted(parts[1], parts[0], dordrecht))
                        .stream()
                        .filter(value -> !values.contains(value))
                        .forEach(values::add);
            }
        }
        return found;
    }

    private List<String> namesOnlyDordrechtHas() throws SQLException {
        try (Connection connection = TestDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            return rows(statement, """
                    select name from (select name, authority_id from portfolio.project
                      union all select name, authority_id from portfolio.programme
                      union all select title, authority_id from job.job
                      union all select name, authority_id from source.dataset
                      union all select title, authority_id from source.figure) x
                    where length(name) > 4 group by name having array_agg(distinct authority_id) = array['%s'::uuid]
                    """.formatted(dordrecht));
        }
    }

    /** A fingerprint of Dordrecht's rows, per table; the log may grow. */
    private Map<String, String> contents() throws SQLException {
        Map<String, String> contents = new LinkedHashMap<>();
        try (Connection connection = TestDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            for (String table : rows(statement, """
                    select format('%I.%I', table_schema, table_name) from information_schema.columns
                    where column_name = 'authority_id' and table_schema <> 'audit' order by 1
                    """)) {
                // Signing in leaves its moment on the account.
                contents.put(
                        table,
                        rows(
                                        statement,
                                        "select md5(coalesce(string_agg(md5((to_jsonb(t) - 'last_sign_in_at' - 'signed_in_at')::text), '' order by t::text), '')) from %s t where authority_id = '%s'"
                                                .formatted(table, dordrecht))
                                .getFirst());
            }
        }
        return contents;
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}

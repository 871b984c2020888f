package nl.leercirkel.job;

import static org.awaitility.Awaitility.await;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.leercirkel.security.Actor;
import nl.leercirkel.security.ActorContext;
import nl.leercirkel.security.Right;
import nl.leercirkel.security.Role;
import nl.leercirkel.shell.NotFoundException;
import org.awaitility.Awaitility;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** One node of the application with only the modules that background work needs; tests start one or more. */
final class JobTestNode implements AutoCloseable {
    static final UUID DORDRECHT = UUID.fromString("00000000-0000-4000-8000-000000000001");
    static final UUID VENLO = UUID.fromString("00000000-0000-4000-8000-000000000002");
    static final Actor ANNA = person("Anna", 1, DORDRECHT, Role.PROGRAMME_MANAGER);
    static final Actor BRAM = person("Bram", 2, DORDRECHT, Role.ANALYST);
    static final Actor COR = person("Cor", 3, DORDRECHT, Role.COUNCIL_MEMBER);
    static final Actor VERA = person("Vera", 4, VENLO, Role.ADMINISTRATOR);

    static {
        // For a busy machine; a test that passes does not wait for it.
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    private final ConfigurableApplicationContext context;

    private JobTestNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static JobTestNode start(JobTestDatabase database) {
        return start(database.url(), WebApplicationType.NONE);
    }

    static JobTestNode startWithPages(JobTestDatabase database) {
        return start(database.url(), WebApplicationType.SERVLET);
    }

    static JobTestNode start(String url, WebApplicationType type) {
        return new JobTestNode(new SpringApplicationBuilder(Parts.class)
                .web(type)
                .properties(Map.of(
                        "leercirkel.job.heartbeat", "300ms",
                        "leercirkel.job.polling", "100ms",
                        "leercirkel.job.stop-wait", "2s",
                        "leercirkel.job.file-limit", "5MB"))
                .run(
                        "--LEERCIRKEL_DB_URL=" + url,
                        "--LEERCIRKEL_DB_USER=postgres",
                        "--LEERCIRKEL_DB_PASSWORD=postgres",
                        "--server.port=0",
                        // Identity, which says where sessions are kept, is not part of this node.
                        "--spring.session.jdbc.table-name=identity.http_session",
                        "--spring.session.jdbc.initialize-schema=never",
                        "--spring.messages.basename=messages/job",
                        "--spring.messages.fallback-to-system-locale=false"));
    }

    Jobs jobs() {
        return bean(Jobs.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    TransactionTemplate transactions() {
        return new TransactionTemplate(bean(PlatformTransactionManager.class));
    }

    JobId begin(Actor actor, Script script) {
        return begin(actor, script, ScriptedKind.RESTARTABLE);
    }

    JobId begin(Actor actor, Script script, JobKind<Script> kind) {
        return ActorContext.<JobId, RuntimeException>callAs(
                actor, () -> jobs().start(kind, "Werk " + script.label(), script));
    }

    Optional<Job> find(Actor actor, JobId id) {
        return ActorContext.<Optional<Job>, RuntimeException>callAs(actor, () -> jobs().find(id));
    }

    Job awaitStatus(JobId id, JobStatus status) {
        return await("job " + status)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> find(ANNA, id).orElseThrow(), job -> job.status() == status);
    }

    /** As the application stops: in order, with work put back. */
    @Override
    public void close() {
        context.close();
    }

    private static Actor person(String name, int number, UUID authority, Role role) {
        return new Actor(new UUID(7, number), name, authority, Set.of(role), null, false);
    }

    /** What a job of a test does, looked up by its label in the JVM that does it. */
    record Script(String label, int number) {
        static final Map<String, Behaviour> BEHAVIOURS = new ConcurrentHashMap<>();

        static Script of(Behaviour behaviour) {
            String label = UUID.randomUUID().toString();
            BEHAVIOURS.put(label, behaviour);
            return new Script(label, 42);
        }
    }

    @FunctionalInterface
    interface Behaviour {
        JobResult run(Script script, JobProgress progress) throws Exception;
    }

    record ScriptedKind(String name, boolean restartable) implements JobKind<Script> {
        static final ScriptedKind RESTARTABLE = new ScriptedKind("test-restartable", true);
        static final ScriptedKind ONCE = new ScriptedKind("test-once", false);

        @Override
        public Class<Script> parameterType() {
            return Script.class;
        }

        @Override
        public Right right() {
            return Right.REPORT_EXPORT;
        }

        @Override
        public JobResult run(Script script, JobProgress progress) throws Exception {
            return Objects.requireNonNull(Script.BEHAVIOURS.get(script.label())).run(script, progress);
        }
    }

    /** Stands for identity: the people of the test, without those whose account was blocked since. */
    static final class People implements ActorSource {
        private final Map<UUID, Actor> people = new ConcurrentHashMap<>();

        People() {
            for (Actor actor : Set.of(ANNA, BRAM, COR, VERA)) {
                people.put(actor.accountId(), actor);
            }
        }

        void block(Actor actor) {
            people.remove(actor.accountId());
        }

        void set(Actor actor) {
            people.put(actor.accountId(), actor);
        }

        @Override
        public Optional<Actor> actor(UUID accountId, UUID authorityId) {
            return Optional.ofNullable(people.get(accountId))
                    .filter(a -> a.authorityId().equals(authorityId));
        }
    }

    /** Not annotated as a configuration, so that no other test finds it by scanning. */
    @EnableAutoConfiguration
    @ComponentScan({"nl.leercirkel.database", "nl.leercirkel.job"})
    @Import(Open.class)
    static class Parts {
        @Bean
        ScriptedKind restartable() {
            return ScriptedKind.RESTARTABLE;
        }

        @Bean
        ScriptedKind once() {
            return ScriptedKind.ONCE;
        }

        @Bean
        People people() {
            return new People();
        }

        @Bean
        ClassLoaderTemplateResolver layoutForTests() {
            ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
            resolver.setPrefix("job-test-templates/");
            resolver.setSuffix(".html");
            resolver.setCheckExistence(true);
            resolver.setOrder(0);
            return resolver;
        }

        /** Stands for identity: the request is that of the account in the header. */
        @Bean
        FilterRegistrationBean<OncePerRequestFilter> actorOfHeader(People people) {
            FilterRegistrationBean<OncePerRequestFilter> registration =
                    new FilterRegistrationBean<>(new OncePerRequestFilter() {
                        @Override
                        protected void doFilterInternal(
                                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                                throws ServletException, IOException {
                            UUID account = UUID.fromString(request.getHeader("X-Account"));
                            try {
                                ActorContext.<Object, Exception>callAs(
                                        Objects.requireNonNull(people.people.get(account)), () -> {
                                            chain.doFilter(request, response);
                                            return "done";
                                        });
                            } catch (ServletException | IOException | RuntimeException failure) {
                                throw failure;
                            } catch (Exception failure) {
                                throw new ServletException(failure);
                            }
                        }
                    });
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return registration;
        }

        /** Stands for web: what is not found is a 404. */
        @Bean
        HandlerExceptionResolver notFound() {
            return (request, response, handler, failure) -> {
                if (failure instanceof NotFoundException) {
                    response.setStatus(HttpServletResponse.SC_NOT_FOUND);
                    return new ModelAndView();
                }
                return null;
            };
        }
    }

    /** Only when there are pages. */
    @ConditionalOnWebApplication
    static class Open {
        @Bean
        SecurityFilterChain openToTheTest(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                    .csrf(csrf -> csrf.disable())
                    .build();
        }
    }
}

package nl.leercirkel.identity;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import nl.leercirkel.organisation.Authorities;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.filter.ForwardedHeaderFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The order in which a request is looked at: files that everybody may have; then, for everything else, set-up, forgery,
 * who it is, whether the page is open, and at last (in {@link RightsInterceptor}) the right that the page asks for.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
class SecurityConfiguration {
    static final String[] FILES = {
        "/css/**", "/js/**", "/vendor/**", "/img/**", "/fonts/**", "/favicon.svg", "/gezondheid/**"
    };

    @Bean
    SecurityContextRepository securityContextRepository() {
        return new HttpSessionSecurityContextRepository();
    }

    /** Spring Boot would otherwise make a user with a password of its own. */
    @Bean
    UserDetailsService noUserDetails() {
        return name -> {
            throw new UsernameNotFoundException("Accounts sign in through LocalSignIn");
        };
    }

    @Bean
    @Order(1)
    SecurityFilterChain files(HttpSecurity http, IdentitySettings settings) {
        http.securityMatcher(FILES);
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.csrf(AbstractHttpConfigurer::disable);
        http.requestCache(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        headers(http, settings);
        // Files carry their version in their name and may be kept by the browser.
        http.headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            IdentitySettings settings,
            OpenPages openPages,
            Doorkeeper doorkeeper,
            Setup setup,
            Sessions sessions,
            PersonAtWork people,
            Authorities authorities,
            SecurityContextRepository contexts,
            ObjectProvider<OpenIdConnect> openIdConnect) {
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                        DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(openPages)
                .permitAll()
                .anyRequest()
                .authenticated());
        http.securityContext(context -> context.securityContextRepository(contexts));
        // Sessions begins a new session. Changing the id of the old one before that, as Spring Security does after
        // OpenID
        // Connect, would make the store look up, and bring back, the old session by the id that the browser sent.
        http.sessionManagement(session -> session.sessionFixation(fixation -> fixation.none()));
        http.exceptionHandling(
                exceptions -> exceptions.authenticationEntryPoint(doorkeeper).accessDeniedHandler(doorkeeper));
        http.requestCache(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.formLogin(AbstractHttpConfigurer::disable);
        http.httpBasic(AbstractHttpConfigurer::disable);
        http.addFilterBefore(new SetupFilter(setup), CsrfFilter.class);
        http.addFilterBefore(
                new ActorFilter(people, authorities, sessions, doorkeeper), ExceptionTranslationFilter.class);
        openIdConnect.ifAvailable(provider -> provider.addTo(http));
        headers(http, settings);
        return http.build();
    }

    private static void headers(HttpSecurity http, IdentitySettings settings) {
        // Signing out at the provider is a form of ours that ends at a page of theirs.
        String formAction = settings.provider()
                .map(provider -> "'self' " + provider.origin())
                .orElse("'self'");
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
                                + "frame-ancestors 'none'; form-action " + formAction))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(strict ->
                        strict.maxAgeInSeconds(Duration.ofDays(365).toSeconds()).includeSubDomains(false)));
    }

    @Bean
    WebMvcConfigurer rightsBeforeEachHandler(Doorkeeper doorkeeper) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new RightsInterceptor(doorkeeper))
                        .excludePathPatterns(FILES)
                        .order(Ordered.HIGHEST_PRECEDENCE);
            }
        };
    }

    /** Only when told so: without a proxy in front, anybody could send these headers. */
    @Bean
    @ConditionalOnProperty(name = "leercirkel.behind-proxy", havingValue = "true")
    FilterRegistrationBean<ForwardedHeaderFilter> forwardedHeaders() {
        FilterRegistrationBean<ForwardedHeaderFilter> registration =
                new FilterRegistrationBean<>(new ForwardedHeaderFilter());
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}

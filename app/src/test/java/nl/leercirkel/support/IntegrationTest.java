package nl.leercirkel.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nl.leercirkel.Application;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;

/** A test against the whole application on a port of its own. All such tests share one application and one database. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = "leercirkel.attempts-per-address=30",
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = {Application.class, TestClockConfiguration.class, TestPeople.class})
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
public @interface IntegrationTest {}

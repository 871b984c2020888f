package nl.leercirkel.portfolio;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nl.leercirkel.Application;
import nl.leercirkel.support.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** A test of the whole application on a PostgreSQL of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Application.class)
@ContextConfiguration(initializers = PortfolioTest.Database.class)
public @interface PortfolioTest {

    /** One database of its own for all these tests; the application's role owns nothing, as in real life. */
    class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        private static final String[] PROPERTIES = TestDatabase.emptyDatabase("portfolio_tests");

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(PROPERTIES).applyTo(context);
        }
    }
}

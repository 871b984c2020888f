package nl.leercirkel.organisation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrganisationConfiguration {

    @Bean
    Regions regions() {
        return Regions.load();
    }
}

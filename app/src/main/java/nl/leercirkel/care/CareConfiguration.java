package nl.leercirkel.care;

import nl.leercirkel.privacy.BirthPrecision;
import nl.leercirkel.privacy.Purpose;
import nl.leercirkel.privacy.SealedUploadPath;
import nl.leercirkel.standards.ijw.definition.Law;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What care uses personal data for: each law is a purpose of its own, so somebody is another person under each. */
@Configuration(proxyBeanMethods = false)
class CareConfiguration {
    static final Purpose YOUTH = new Purpose(
            "jeugdhulp-berichten",
            "Berichtenverkeer jeugdhulp",
            "Jeugdwet, artikel 7.4.0: verwerking van persoonsgegevens door het college",
            BirthPrecision.YEAR);
    static final Purpose SOCIAL_SUPPORT = new Purpose(
            "wmo-berichten",
            "Berichtenverkeer Wmo",
            "Wmo 2015, artikel 5.1.1: verwerking van persoonsgegevens door het college",
            BirthPrecision.YEAR);

    @Bean
    Purpose youthCareMessages() {
        return YOUTH;
    }

    @Bean
    Purpose socialSupportMessages() {
        return SOCIAL_SUPPORT;
    }

    @Bean
    SealedUploadPath messageUpload() {
        return new SealedUploadPath(MessageController.PATH);
    }

    static Purpose purpose(Law law) {
        return switch (law) {
            case YOUTH -> YOUTH;
            case SOCIAL_SUPPORT -> SOCIAL_SUPPORT;
        };
    }
}

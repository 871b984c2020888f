package nl.leercirkel.source;

import nl.leercirkel.privacy.PurposeSource;
import nl.leercirkel.privacy.SealedUploadPath;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the protection of personal data has to know of datasets. */
@Configuration(proxyBeanMethods = false)
class SourceConfiguration {
    @Bean
    SealedUploadPath tableUpload() {
        return new SealedUploadPath("/bronnen/{dataset}/inlezen");
    }

    @Bean
    SealedUploadPath mendedUpload() {
        return new SealedUploadPath("/bronnen/{dataset}/inlezen/{import}/geweigerd/bestand");
    }

    /** Each dataset about persons is a purpose. */
    @Bean
    PurposeSource datasetPurposes(DatasetAdministration datasets) {
        return () -> datasets.withPersons().stream().map(PersonFields::purpose).toList();
    }
}

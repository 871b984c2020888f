package nl.leercirkel.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;

/**
 * How session attributes are kept in the database. Reading is limited to classes that can be in a session, and something
 * that an earlier version wrote and this one cannot read counts as absent: then somebody signs in again.
 */
@Configuration(proxyBeanMethods = false)
class SessionSerialisation {
    private static final Logger LOG = LoggerFactory.getLogger(SessionSerialisation.class);
    private static final ObjectInputFilter KNOWN_CLASSES = ObjectInputFilter.Config.createFilter(
            "maxdepth=30;maxbytes=1000000;java.lang.*;java.util.*;java.util.concurrent.*;java.time.*;java.net.*;"
                    + "nl.leercirkel.**;org.springframework.security.**;org.springframework.web.servlet.*;"
                    + "org.springframework.util.*;!*");

    @Bean
    @SuppressWarnings("NullAway") // a converter may give null, which its type here does not say
    ConversionService springSessionConversionService() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(byte[].class, Object.class, SessionSerialisation::read);
        return conversion;
    }

    @SuppressWarnings("BanSerializableRead") // limited by the filter; only this application writes these rows
    private static @Nullable Object read(byte[] bytes) {
        try (ObjectInputStream stream = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            stream.setObjectInputFilter(KNOWN_CLASSES);
            return stream.readObject();
        } catch (IOException | ClassNotFoundException | RuntimeException unreadable) {
            LOG.warn("A session attribute could not be read and is left out: {}", unreadable.toString());
            return null;
        }
    }
}

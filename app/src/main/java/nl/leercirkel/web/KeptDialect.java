package nl.leercirkel.web;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.processor.IProcessor;

/** The attributes {@code kept:part} and {@code kept:by}; see {@link KeptPart}. */
@Component
class KeptDialect extends AbstractProcessorDialect {
    KeptDialect() {
        super("Kept parts", "kept", 1_000);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new KeptPart(prefix));
    }
}

package nl.leercirkel.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import nl.leercirkel.security.OpenToAll;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * The paths whose handlers are marked {@link OpenToAll}. Everything else, existing or not, asks to sign in first, so that
 * nobody can find out from outside what there is.
 */
@Component
class OpenPages implements RequestMatcher {
    private final SingletonSupplier<List<PathPattern>> patterns;

    OpenPages(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        // Read at the first request: the handlers are not known yet while the security filters are built.
        this.patterns = SingletonSupplier.of(() -> read(mappings.getObject()));
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        var path = ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
        return patterns.obtain().stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static List<PathPattern> read(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().hasMethodAnnotation(OpenToAll.class))
                .flatMap(entry -> {
                    var condition = entry.getKey().getPathPatternsCondition();
                    return condition == null
                            ? java.util.stream.Stream.<PathPattern>of()
                            : condition.getPatterns().stream();
                })
                .toList();
    }
}

package nl.leercirkel.support;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every way into the application: a method, a path, and the handler behind it. */
public record Endpoint(String method, String path, HandlerMethod handler) {
    public static List<Endpoint> all(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> of(entry).stream())
                .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
                .toList();
    }

    private static List<Endpoint> of(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
        Set<RequestMethod> methods = entry.getKey().getMethodsCondition().getMethods();
        List<String> names = methods.isEmpty()
                ? List.of("GET")
                : methods.stream().map(Enum::name).toList();
        return entry.getKey().getPatternValues().stream()
                .flatMap(path -> names.stream().map(method -> new Endpoint(method, path, entry.getValue())))
                .toList();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}

package nl.leercirkel.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Walks every public method of the library with NaN, infinity, constants, nothing, one unit, zero and negative numbers, lists of
 * different length and numbers at the end of what a double holds, among usable ones. An answer is a named failure or finite
 * figures; a fault or an endless loop is neither. New methods are walked without being named here.
 */
class BadInputTest {

    private static final List<String> PACKAGES = List.of(
            ".sample",
            ".duration",
            ".comparison",
            ".linear",
            ".series",
            ".business",
            ".panel",
            ".synthetic",
            ".effect",
            ".space",
            ".disclosure");
    private static final int CALLS = 60;
    private static final long SEED = Long.getLong("leercirkel.fuzz", 2026);
    private static final int KEPT = 6;
    private static final long SECONDS = 60;

    /** Refuse by exception, as they say: records that cannot be invalid, and asking for what is not there. */
    private static final Set<Class<? extends Throwable>> REFUSALS =
            Set.of(IllegalArgumentException.class, NoSuchElementException.class, IndexOutOfBoundsException.class);

    private final Map<Class<?>, List<Object>> answers = new LinkedHashMap<>();
    private final Set<String> faults = Collections.synchronizedSet(new TreeSet<>());
    private final Map<String, Integer> answered = new LinkedHashMap<>();

    @Test
    void everyMethodAnswersOrNamesTheFailure() throws Exception {
        List<Class<?>> classes = classes();
        assertThat(classes).hasSizeGreaterThan(80);
        for (Class<?> type : classes) {
            for (Method method : methods(type, true)) {
                walk(method, List.of(type));
            }
        }
        for (Class<?> type : classes) {
            for (Method method : methods(type, false)) {
                walk(method, List.copyOf(answers.getOrDefault(type, List.of())));
            }
        }
        assertThat(String.join("\n", faults)).isEmpty();
        // A walk that is always refused at the door would prove nothing; some doors ask for more than chance brings
        // along
        List<String> refused = answered.entrySet().stream()
                .filter(entry -> entry.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList();
        assertThat(answered).hasSizeGreaterThan(250);
        assertThat(refused).hasSizeLessThan(answered.size() / 15);
    }

    private void walk(Method method, List<?> subjects) throws InterruptedException {
        String name = method.getDeclaringClass().getSimpleName() + "." + method.getName()
                + Arrays.toString(Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .toArray());
        boolean mayRefuse = method.getReturnType() != Outcome.class;
        int calls = method.getParameterCount() == 0 ? 1 : CALLS;
        Fuzz fuzz =
                new Fuzz(name.hashCode() + SEED); // of its own, so that a change elsewhere leaves this walk as it was
        for (Object subject : subjects) {
            for (int call = 0; call < Math.max(1, calls / subjects.size()); call++) {
                Optional<Object[]> arguments = fuzz.arguments(method.getGenericParameterTypes(), 0);
                if (arguments.isEmpty()) {
                    continue;
                }
                answered.putIfAbsent(name, 0);
                Thread worker = Thread.ofPlatform()
                        .daemon()
                        .start(() -> call(method, name, subject, arguments.get(), mayRefuse));
                if (!worker.join(Duration.ofSeconds(SECONDS))) {
                    faults.add(name + " is still busy after " + SECONDS + " s   on " + shown(arguments.get()));
                    return;
                }
            }
        }
    }

    private void call(Method method, String name, Object subject, Object[] arguments, boolean mayRefuse) {
        try {
            Object result = method.invoke(subject, arguments);
            String fault = fault(result);
            // A setting holds what it was given; whoever uses it looks at it, and is walked with it
            if (fault != null && method.getReturnType() == method.getDeclaringClass()) {
                return;
            }
            if (fault != null) {
                faults.add(name + " gives " + fault + "   on " + shown(arguments));
            } else if (!(result instanceof Outcome<?> outcome) || outcome.isAnswer()) {
                answered.merge(name, 1, Integer::sum);
                keep(result);
            }
        } catch (InvocationTargetException thrown) {
            Throwable cause = thrown.getCause();
            if (!mayRefuse || REFUSALS.stream().noneMatch(refusal -> refusal.isInstance(cause))) {
                faults.add(name + " throws " + cause + " at " + where(cause) + "   on " + shown(arguments));
            }
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(name, impossible);
        }
    }

    private static String where(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .filter(element -> element.getClassName().startsWith("nl.leercirkel"))
                .limit(4)
                .map(element -> element.getFileName() + ":" + element.getLineNumber())
                .toList()
                .toString();
    }

    private static String shown(Object[] arguments) {
        String all = Arrays.deepToString(arguments);
        return all.substring(0, Math.min(400, all.length()));
    }

    private void keep(Object result) {
        Object value = result instanceof Outcome<?> outcome ? outcome.get() : result;
        if (value != null) {
            List<Object> kept = answers.computeIfAbsent(value.getClass(), type -> new ArrayList<>());
            if (kept.size() < KEPT) {
                kept.add(value);
            }
        }
    }

    /** NaN anywhere in an answer, or a failure without a detail. */
    private static String fault(Object result) throws IllegalAccessException, InvocationTargetException {
        Map<Object, Boolean> seen = new IdentityHashMap<>();
        Deque<Object> left = new ArrayDeque<>();
        if (result == null) {
            return null; // void, or a question that is answered by nothing
        }
        left.add(result);
        while (!left.isEmpty()) {
            Object next = left.poll();
            if (seen.put(next, true) != null) {
                continue;
            }
            if (next instanceof Double number && number.isNaN()
                    || next instanceof double[] numbers
                            && Arrays.stream(numbers).anyMatch(Double::isNaN)) {
                return "NaN in " + result.getClass().getSimpleName();
            }
            switch (next) {
                case Failure failure
                when failure.detail().isBlank() -> {
                    return "a failure without detail";
                }
                case Iterable<?> list -> list.forEach(left::add);
                case Map<?, ?> map -> left.addAll(map.values());
                case Optional<?> optional -> optional.ifPresent(left::add);
                case double[][] rows -> left.addAll(Arrays.asList(rows));
                case Record record -> {
                    for (RecordComponent component : record.getClass().getRecordComponents()) {
                        Method accessor = component.getAccessor();
                        if (Modifier.isPublic(record.getClass().getModifiers())) {
                            Object value = accessor.invoke(record);
                            if (value != null) {
                                left.add(value);
                            }
                        }
                    }
                }
                default -> {}
            }
        }
        return null;
    }

    private static List<Method> methods(Class<?> type, boolean ofTheClass) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> Modifier.isStatic(method.getModifiers()) == ofTheClass)
                .filter(method -> !List.of("equals", "hashCode", "toString", "values", "valueOf")
                        .contains(method.getName()))
                .sorted(Comparator.comparing(Method::toGenericString))
                .toList();
    }

    private static List<Class<?>> classes() throws IOException, URISyntaxException, ClassNotFoundException {
        Path root = Path.of(Outcome.class.getResource("Outcome.class").toURI()).getParent();
        List<Class<?>> classes = new ArrayList<>();
        for (String name : PACKAGES) {
            Path folder = root.resolve(name.substring(1));
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    String simple = file.getFileName().toString();
                    if (simple.endsWith(".class") && !simple.equals("package-info.class")) {
                        Class<?> type =
                                Class.forName("nl.leercirkel.statistics" + name + "." + simple.replace(".class", ""));
                        if (isPublic(type)) {
                            classes.add(type);
                        }
                    }
                }
            }
        }
        return classes;
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && !type.isAnonymousClass()
                && (type.getDeclaringClass() == null || isPublic(type.getDeclaringClass()));
    }
}

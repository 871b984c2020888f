package nl.leercirkel.statistics;

import java.lang.reflect.Constructor;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** Makes arguments of any type that the library takes: mostly usable, often not. Same seed, same arguments. */
final class Fuzz {

    private static final double[] DOUBLES = {
        0,
        -1,
        1,
        .5,
        .95,
        .05,
        2,
        7,
        100,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        -0.0,
        1e-320,
        1e300,
        -1e300
    };
    private static final int[] INTS = {0, 1, 2, 3, 8, 12, -1, 1000, Integer.MIN_VALUE, Integer.MAX_VALUE};
    private static final int[] USUAL_INTS = {1, 1, 2, 3, 4, 6, 10, 12, 1000, 1000};
    private static final String[] NAMES = {"a", "b", "c", "d", "a", ""};
    private static final int DEEPEST = 4;

    private final SplittableRandom random;

    Fuzz(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Nothing where no value of this type could be made. */
    Optional<Object> make(Type type, int depth) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic, depth);
        }
        if (type instanceof WildcardType wildcard) {
            return make(wildcard.getUpperBounds()[0], depth);
        }
        if (type instanceof GenericArrayType || !(type instanceof Class<?> plain)) {
            return Optional.empty();
        }
        return Optional.ofNullable(simple(plain)).or(() -> plain.isArray() ? array(plain) : object(plain, depth));
    }

    private Object simple(Class<?> type) {
        if (type == double.class || type == Double.class) {
            return random.nextInt(3) == 0 ? pick(DOUBLES) : usual();
        }
        if (type == int.class || type == Integer.class) {
            return random.nextInt(4) == 0
                    ? INTS[random.nextInt(INTS.length)]
                    : USUAL_INTS[random.nextInt(USUAL_INTS.length)];
        }
        if (type == long.class || type == Long.class) {
            return random.nextInt(4) == 0
                    ? List.of(-1L, 0L, 3L, Long.MAX_VALUE, Long.MIN_VALUE, 1_000_000L)
                            .get(random.nextInt(6))
                    : (Object) (long) random.nextInt(40);
        }
        if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == String.class) {
            return NAMES[random.nextInt(NAMES.length)];
        }
        if (type == BigDecimal.class) {
            return BigDecimal.valueOf(random.nextInt(-1, 50));
        }
        if (type == LocalDate.class) {
            return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(-20, 60));
        }
        if (type == Randomness.class) {
            return Randomness.of(1);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        return null;
    }

    private double usual() {
        return switch (random.nextInt(4)) {
            case 0 -> .95;
            case 1 -> random.nextDouble();
            case 2 -> random.nextInt(1, 30);
            default -> 1 + 20 * random.nextDouble();
        };
    }

    private static final int USUAL_LENGTH = 16;

    private Optional<Object> array(Class<?> type) {
        int length = random.nextInt(5) == 0 ? random.nextInt(4) : USUAL_LENGTH;
        Class<?> of = type.getComponentType();
        if (of == double.class) {
            return Optional.of(doubles(length));
        }
        if (of == long.class) {
            long[] values = new long[length];
            boolean constant = random.nextInt(6) == 0;
            for (int i = 0; i < length; i++) {
                values[i] = constant ? 3 : random.nextInt(30);
            }
            if (random.nextInt(5) == 0 && length > 0) {
                values[random.nextInt(length)] = random.nextBoolean() ? -2 : Long.MAX_VALUE;
            }
            return Optional.of(values);
        }
        if (of == int.class) {
            int[] values = new int[length];
            boolean constant = random.nextInt(6) == 0;
            for (int i = 0; i < length; i++) {
                values[i] = constant ? 1 : random.nextInt(3);
            }
            return Optional.of(values);
        }
        if (of == boolean.class) {
            boolean[] values = new boolean[length];
            boolean constant = random.nextInt(6) == 0;
            for (int i = 0; i < length; i++) {
                values[i] = constant || random.nextBoolean();
            }
            return Optional.of(values);
        }
        if (of == double[].class) {
            double[][] rows = new double[length][];
            int columns = random.nextInt(5) == 0 ? random.nextInt(20) : random.nextInt(1, 3);
            for (int i = 0; i < length; i++) {
                rows[i] = random.nextInt(200) == 0 ? new double[0] : doubles(columns);
            }
            return Optional.of(rows);
        }
        return Optional.empty();
    }

    private double[] doubles(int length) {
        double[] values = new double[length];
        DoubleSupplier shape = List.<DoubleSupplier>of(
                        () -> 1 + 20 * random.nextDouble(),
                        () -> random.nextInt(1, 9),
                        () -> random.nextDouble(),
                        () -> 4,
                        () -> 0,
                        () -> -3 + 9 * random.nextDouble())
                .get(Math.max(0, random.nextInt(9) - 3));
        Arrays.setAll(values, i -> shape.getAsDouble());
        if (random.nextInt(5) == 0 && length > 0) {
            values[random.nextInt(length)] = pick(DOUBLES);
        }
        return values;
    }

    private Optional<Object> generic(ParameterizedType type, int depth) {
        Type[] of = type.getActualTypeArguments();
        Class<?> raw = (Class<?>) type.getRawType();
        if (raw == List.class || raw == Collection.class) {
            int length = random.nextInt(5) == 0 ? random.nextInt(2) : random.nextInt(5, 14);
            List<Object> list = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                make(of[0], depth + 1).ifPresent(list::add);
            }
            return Optional.of(list);
        }
        if (raw == Set.class) {
            return make(of[0], depth + 1).map(Set::of);
        }
        if (raw == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            int length = random.nextInt(5) == 0 ? random.nextInt(2) : 12;
            for (int i = 0; i < length; i++) {
                Object key = of[0] == String.class ? "k" + i : of[0] == Integer.class ? 2020 + i : null;
                if (key != null) {
                    make(of[1], depth + 1).ifPresent(value -> map.put(key, value));
                }
            }
            return Optional.of(map);
        }
        if (raw == Optional.class) {
            return Optional.of(make(of[0], depth + 1));
        }
        return raw.isInterface() ? Optional.of(function(raw)) : Optional.empty();
    }

    /** By a constructor, a factory method of its own, or one of the kinds it can be. */
    private Optional<Object> object(Class<?> type, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        if (type.isSealed()) {
            Class<?>[] kinds = type.getPermittedSubclasses();
            return make(kinds[random.nextInt(kinds.length)], depth + 1);
        }
        if (type.isInterface() && random.nextBoolean()) {
            return Optional.of(function(type));
        }
        List<Supplier<Optional<Object>>> ways = new ArrayList<>();
        for (Constructor<?> constructor : type.getConstructors()) {
            ways.add(() -> arguments(constructor.getGenericParameterTypes(), depth)
                    .flatMap(arguments -> attempt(() -> constructor.newInstance(arguments))));
        }
        for (Method method : type.getMethods()) {
            if (Modifier.isStatic(method.getModifiers()) && gives(method, type)) {
                ways.add(() -> arguments(method.getGenericParameterTypes(), depth)
                        .flatMap(arguments -> attempt(() -> method.invoke(null, arguments)))
                        .flatMap(Fuzz::unwrapped));
            }
        }
        for (int attempts = 0; attempts < 12 && !ways.isEmpty(); attempts++) {
            Optional<Object> made = ways.get(random.nextInt(ways.size())).get();
            if (made.isPresent()) {
                return made;
            }
        }
        return Optional.empty();
    }

    private static boolean gives(Method method, Class<?> type) {
        return method.getReturnType() == type
                || method.getGenericReturnType() instanceof ParameterizedType generic
                        && generic.getRawType() == Outcome.class
                        && generic.getActualTypeArguments()[0] == type;
    }

    private static Optional<Object> unwrapped(Object made) {
        return made instanceof Outcome<?> outcome
                ? outcome.isAnswer() ? Optional.of(outcome.get()) : Optional.empty()
                : Optional.of(made);
    }

    Optional<Object[]> arguments(Type[] types, int depth) {
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            Optional<Object> made = make(types[i], depth + 1);
            if (made.isEmpty()) {
                return Optional.empty();
            }
            arguments[i] = made.get();
        }
        return Optional.of(arguments);
    }

    private interface Making {
        Object make() throws ReflectiveOperationException;
    }

    private static Optional<Object> attempt(Making making) {
        try {
            return Optional.of(making.make());
        } catch (InvocationTargetException refused) {
            return Optional.empty();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A function of the user's: a sum of the numbers it gets, sometimes no number. */
    private Object function(Class<?> type) {
        boolean bad = random.nextInt(5) == 0;
        return Proxy.newProxyInstance(Fuzz.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
            if (method.getReturnType() == double.class) {
                return bad ? Double.NaN : sum(given);
            }
            return method.getReturnType() == Outcome.class ? Outcome.failed(Reason.TOO_FEW, "not by this") : null;
        });
    }

    private static double sum(Object[] given) {
        double sum = 0;
        for (Object value : given) {
            if (value instanceof double[] numbers) {
                sum += Arrays.stream(numbers).sum();
            } else if (value instanceof double[][] groups) {
                sum += Arrays.stream(groups).flatMapToDouble(Arrays::stream).sum();
            } else if (value instanceof Double number) {
                sum += number;
            }
        }
        return sum;
    }

    private double pick(double[] values) {
        return values[random.nextInt(values.length)];
    }
}

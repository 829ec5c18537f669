package im.sparrow.platform.core;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestQuery;

/** Finds the query parameters that should have been whole numbers and are none. */
final class QueryNumbers {

    private static final Set<Class<?>> NUMBERS = Set.of(int.class, long.class, Integer.class, Long.class);

    private QueryNumbers() {}

    /** Those of a call of this resource method. */
    static List<FieldError> wrong(Method called, MultivaluedMap<String, String> query) {
        return Arrays.stream(called.getParameters())
                .filter(parameter -> NUMBERS.contains(parameter.getType()))
                .filter(parameter -> name(parameter)
                        .map(name -> query.getOrDefault(name, List.of()))
                        .filter(values -> !values.stream().allMatch(value -> isNumber(value, parameter.getType())))
                        .isPresent())
                .map(parameter -> new FieldError("?" + name(parameter).orElseThrow(), "is a whole number"))
                .toList();
    }

    private static Optional<String> name(Parameter parameter) {
        RestQuery rest = parameter.getAnnotation(RestQuery.class);
        if (rest != null) {
            return Optional.of(rest.value().isEmpty() ? parameter.getName() : rest.value());
        }
        return Optional.ofNullable(parameter.getAnnotation(QueryParam.class)).map(QueryParam::value);
    }

    private static boolean isNumber(String text, Class<?> type) {
        try {
            long number = Long.parseLong(text);
            boolean small = type == int.class || type == Integer.class;
            return !small || number == (int) number;
        } catch (NumberFormatException notOne) {
            return text.isEmpty();
        }
    }
}

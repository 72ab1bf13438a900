package io.pulumiscale.local;

import io.pulumiscale.local.PropertyType.ListOf;
import io.pulumiscale.local.PropertyType.MapOf;
import io.pulumiscale.local.PropertyType.ObjectOf;
import io.pulumiscale.local.PropertyType.OneOf;
import io.pulumiscale.local.PropertyType.Scalar;
import io.pulumiscale.model.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares inputs with the property table of their type: unknown, missing and mistyped properties, all at once. */
final class InputCheck {
    private final ArgsSchemas schemas;

    InputCheck(ArgsSchemas schemas) {
        this.schemas = schemas;
    }

    List<Failure> failures(Class<?> args, Map<String, Object> inputs) {
        var failures = new ArrayList<Failure>();
        object("", args, inputs, failures);
        return List.copyOf(failures);
    }

    private void object(String at, Class<?> args, Map<String, Object> inputs, List<Failure> into) {
        var known = schemas.of(args).properties();
        known.forEach((name, property) -> {
            var value = inputs.get(name);
            if (value != null) {
                value(step(at, name), property.type(), value, into);
            } else if (property.required()) {
                into.add(new Failure(step(at, name), "property '" + step(at, name) + "' is required"));
            }
        });
        inputs.keySet().stream()
                .filter(name -> !known.containsKey(name))
                .forEach(name -> into.add(unknown(at, name, known.keySet())));
    }

    static Failure unknown(String at, String name, Iterable<String> known) {
        var names = new ArrayList<String>();
        known.forEach(names::add);
        var meant = Spelling.closest(name, names).map(near -> ", did you mean '" + near + "'?");
        return new Failure(
                step(at, name),
                "property '" + step(at, name) + "' is unknown"
                        + meant.orElse("; known are " + String.join(", ", names)));
    }

    private void value(String at, PropertyType type, Object value, List<Failure> into) {
        if (Unknown.is(value)) {
            return;
        }
        if (!fits(type, value)) {
            into.add(new Failure(at, "property '" + at + "' must be " + wanted(type) + ", not " + given(value)));
        } else if (type instanceof ListOf list) {
            elements(at, list, (List<?>) value, into);
        } else if (type instanceof MapOf map) {
            Tree.map(value).forEach((key, inner) -> value(at + "[\"" + key + "\"]", map.value(), inner, into));
        } else if (type instanceof ObjectOf object) {
            object(at, object.args(), Tree.map(value), into);
        }
    }

    private void elements(String at, ListOf type, List<?> values, List<Failure> into) {
        for (int i = 0; i < values.size(); i++) {
            value(at + "[" + i + "]", type.element(), values.get(i), into);
        }
    }

    private static boolean fits(PropertyType type, Object value) {
        if (type instanceof OneOf either) {
            return fits(either.left(), value) || fits(either.right(), value);
        }
        if (type instanceof Scalar scalar) {
            return fits(scalar, value);
        }
        return type instanceof ListOf ? value instanceof List : Tree.isMap(value);
    }

    private static boolean fits(Scalar type, Object value) {
        return switch (type) {
            case TEXT -> value instanceof String;
            case WHOLE -> value instanceof Integer || value instanceof Long;
            case DECIMAL -> value instanceof Number;
            case FLAG -> value instanceof Boolean;
            case ANY -> true;
        };
    }

    private static String wanted(PropertyType type) {
        if (type instanceof OneOf either) {
            return wanted(either.left()) + " or " + wanted(either.right());
        }
        if (type instanceof Scalar scalar) {
            return switch (scalar) {
                case TEXT -> "a string";
                case WHOLE -> "a whole number";
                case DECIMAL -> "a number";
                case FLAG -> "true or false";
                case ANY -> "anything";
            };
        }
        return type instanceof ListOf ? "a list" : "an object";
    }

    /** The kind of value only: the value itself may be a secret. */
    private static String given(Object value) {
        if (value instanceof String) {
            return "a string";
        }
        if (value instanceof Number) {
            return value instanceof Double ? "a fraction" : "a number";
        }
        if (value instanceof Boolean) {
            return "true or false";
        }
        return value instanceof List ? "a list" : "an object";
    }

    private static String step(String at, String name) {
        return at.isEmpty() ? name : at + "." + name;
    }
}

package io.pulumiscale.local;

import com.pulumi.core.Either;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.EnumType;
import com.pulumi.core.annotations.Import;
import io.pulumiscale.local.ArgsSchema.Property;
import io.pulumiscale.local.PropertyType.ListOf;
import io.pulumiscale.local.PropertyType.MapOf;
import io.pulumiscale.local.PropertyType.ObjectOf;
import io.pulumiscale.local.PropertyType.OneOf;
import io.pulumiscale.local.PropertyType.Scalar;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Reads property tables from the SDK's {@code @Import} fields, so that no schema is written by hand. */
final class ArgsSchemas {
    private static final Map<Class<?>, Scalar> SCALARS = Map.of(
            String.class, Scalar.TEXT,
            Integer.class, Scalar.WHOLE,
            Double.class, Scalar.DECIMAL,
            Boolean.class, Scalar.FLAG,
            Object.class, Scalar.ANY);

    /** Gson is the SDK's own business: its class of free JSON is known by name. */
    private static final String JSON = "com.google.gson.JsonElement";

    private final Map<Class<?>, ArgsSchema> read = new ConcurrentHashMap<>();

    ArgsSchema of(Class<?> args) {
        return read.computeIfAbsent(args, ArgsSchemas::read);
    }

    private static ArgsSchema read(Class<?> args) {
        var properties = new TreeMap<String, Property>();
        for (Field field : args.getDeclaredFields()) {
            Optional.ofNullable(field.getAnnotation(Import.class))
                    .ifPresent(at -> properties.put(
                            at.name().isEmpty() ? field.getName() : at.name(),
                            new Property(type(field.getGenericType()), at.required())));
        }
        return new ArgsSchema(Collections.unmodifiableSortedMap(properties));
    }

    private static PropertyType type(Type type) {
        return type instanceof ParameterizedType generic ? generic(generic) : plain((Class<?>) type);
    }

    private static PropertyType generic(ParameterizedType type) {
        var of = type.getActualTypeArguments();
        if (type.getRawType() == Output.class) {
            return type(of[0]);
        }
        if (type.getRawType() == List.class) {
            return new ListOf(type(of[0]));
        }
        if (type.getRawType() == Map.class) {
            return new MapOf(type(of[1]));
        }
        if (type.getRawType() == Either.class) {
            return new OneOf(type(of[0]), type(of[1]));
        }
        throw new IllegalArgumentException("A kind of property that the SDK did not use so far: " + type);
    }

    private static PropertyType plain(Class<?> type) {
        var scalar = type.getName().equals(JSON) ? Scalar.ANY : SCALARS.get(type);
        if (scalar != null) {
            return scalar;
        }
        return type.isAnnotationPresent(EnumType.class) ? Scalar.TEXT : new ObjectOf(type);
    }
}

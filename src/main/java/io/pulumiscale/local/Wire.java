package io.pulumiscale.local;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Property values between the protocol's {@link Struct} and plain Java: {@code String}, {@code Boolean},
 * {@code Integer}, {@code Long}, {@code Double}, unmodifiable {@code List} and {@code Map}.
 *
 * <p>Absent and null are the same. Secrets and outputs arrive as the value inside; an output without a value is
 * {@link Unknown}.
 */
final class Wire {
    private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";
    private static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";
    private static final String OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    private Wire() {}

    static Map<String, Object> read(Struct struct) {
        var map = new TreeMap<String, Object>();
        struct.getFieldsMap().forEach((key, value) -> {
            if (!value.hasNullValue()) {
                map.put(key, read(value));
            }
        });
        return Collections.unmodifiableMap(map);
    }

    static Struct write(Map<String, Object> map) {
        var struct = Struct.newBuilder();
        map.forEach((key, value) -> struct.putFields(key, write(value)));
        return struct.build();
    }

    /** The one form of a number, so that 3 is 3 on the wire, in memory and in the state file. */
    static Number number(double value) {
        if (value != Math.rint(value) || Math.abs(value) > 1L << 53) {
            return value;
        }
        return Math.abs(value) > Integer.MAX_VALUE ? (Number) (long) value : (Number) (int) value;
    }

    private static Object read(Value value) {
        return switch (value.getKindCase()) {
            case NUMBER_VALUE -> number(value.getNumberValue());
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> value.getBoolValue();
            case STRUCT_VALUE -> unwrapped(value.getStructValue());
            case LIST_VALUE -> read(value.getListValue());
            case NULL_VALUE, KIND_NOT_SET -> throw new CloudRefusal(Status.Code.INVALID_ARGUMENT, "null in a list");
        };
    }

    private static List<Object> read(ListValue list) {
        return list.getValuesList().stream().map(Wire::read).toList();
    }

    private static Object unwrapped(Struct struct) {
        String signature =
                struct.getFieldsOrDefault(SIGNATURE, Value.getDefaultInstance()).getStringValue();
        boolean wrapped = signature.equals(SECRET) || signature.equals(OUTPUT);
        if (!wrapped) {
            return read(struct);
        }
        return struct.containsFields("value") ? read(struct.getFieldsOrThrow("value")) : Unknown.VALUE;
    }

    private static Value write(Object value) {
        var to = Value.newBuilder();
        if (value instanceof String text) {
            to.setStringValue(text);
        } else if (value instanceof Boolean flag) {
            to.setBoolValue(flag);
        } else if (value instanceof Number number) {
            to.setNumberValue(number.doubleValue());
        } else if (value instanceof List<?> list) {
            var values = new ArrayList<Value>();
            list.forEach(element -> values.add(write(element)));
            to.setListValue(ListValue.newBuilder().addAllValues(values));
        } else {
            to.setStructValue(write(Tree.map(value)));
        }
        return to.build();
    }
}

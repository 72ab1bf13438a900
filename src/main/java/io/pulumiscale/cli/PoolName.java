package io.pulumiscale.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A pool, as configurations spell it. */
final class PoolName implements ITypeConverter<String> {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");

    @Override
    public String convert(String text) {
        if (text.startsWith("-")) {
            throw new TypeConversionException("there is no option " + text);
        }
        if (!NAME.matcher(text).matches()) {
            throw new TypeConversionException(
                    "%s is no pool's name: small letters, digits and dashes, 31 at most".formatted(text));
        }
        return text;
    }
}

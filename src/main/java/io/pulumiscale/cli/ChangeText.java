package io.pulumiscale.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What is asked of a size. A number alone could mean either, and is refused. */
final class ChangeText implements ITypeConverter<String> {
    private static final Pattern CHANGE = Pattern.compile("=\\d{1,9}|[+-]\\d{1,9}|[+-]?\\d{1,9}%");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    @Override
    public String convert(String text) {
        if (NUMBER.matcher(text).matches()) {
            throw new TypeConversionException("%1$s may mean =%1$s, the size, or +%1$s, so many more".formatted(text));
        }
        if (!CHANGE.matcher(text).matches()) {
            throw new TypeConversionException("%s is no change such as +2, -1, 25%%, -25%% or =7".formatted(text));
        }
        return text;
    }
}

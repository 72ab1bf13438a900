package io.pulumiscale.update;

import com.pulumi.automation.CommandException;
import com.pulumi.automation.CommandResult;
import com.pulumi.automation.ConcurrentUpdateException;
import com.pulumi.automation.StackAlreadyExistsException;
import com.pulumi.automation.StackNotFoundException;
import java.util.regex.Pattern;

/** Tells from the CLI's words what went wrong, as the SDK's own command does: the rest of the SDK counts on it. */
final class EngineFailure {
    private static final Pattern NOT_FOUND = Pattern.compile("no stack named.*found");
    private static final Pattern ALREADY_EXISTS = Pattern.compile("stack.*already exists");
    private static final Pattern CONFLICT = Pattern.compile(
            "\\[409] Conflict: Another update is currently in progress\\.|the stack is currently locked by");

    private EngineFailure() {}

    static CommandException of(CommandResult result) {
        String errors = result.standardError();
        if (NOT_FOUND.matcher(errors).find()) {
            return new StackNotFoundException(result);
        }
        if (ALREADY_EXISTS.matcher(errors).find()) {
            return new StackAlreadyExistsException(result);
        }
        return CONFLICT.matcher(errors).find() ? new ConcurrentUpdateException(result) : new CommandException(result);
    }

    /** Whether nothing was begun, because the stack is not there or is locked. */
    static boolean neverBegan(CommandException failure) {
        return failure instanceof StackNotFoundException || failure instanceof ConcurrentUpdateException;
    }
}

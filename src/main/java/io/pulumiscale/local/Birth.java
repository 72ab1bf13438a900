package io.pulumiscale.local;

import java.time.Instant;
import java.util.Map;

/**
 * A resource about to be created.
 *
 * @param name the name in the program, the last part of the URN
 * @param inputs checked, with the name that the cloud will know it by
 */
record Birth(Account account, Ids ids, Instant now, String name, Map<String, Object> inputs) {

    /** An input, or nothing if it is absent. */
    String text(String path) {
        return Tree.text(inputs, path).orElse("");
    }

    String arn(String service, String resource) {
        return account.arn(service, resource);
    }
}

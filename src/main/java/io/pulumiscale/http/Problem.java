package io.pulumiscale.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pulumiscale.webhook.Fault;
import io.undertow.util.StatusCodes;
import java.util.List;

/**
 * An error as the caller sees it: RFC 9457 problem details.
 *
 * @param instance the path that was asked for; never the query, where a token may stand
 * @param errors what is wrong and where, if the request can be mended
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors) {

    static final String CONTENT_TYPE = "application/problem+json";

    static Problem of(int status, String detail, String instance, List<Fault> errors) {
        return new Problem("about:blank", StatusCodes.getReason(status), status, detail, instance, errors);
    }
}

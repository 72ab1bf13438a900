package io.pulumiscale.local;

import java.util.Map;

/** The resource exists or is changed, but did not become ready: the engine keeps it and tries again next time. */
final class PartialFailure extends CloudRefusal {
    private final CloudResource resource;

    PartialFailure(String message, CloudResource resource) {
        super(message);
        this.resource = resource;
    }

    String id() {
        return resource.id();
    }

    Map<String, Object> properties() {
        return resource.properties();
    }

    Map<String, Object> inputs() {
        return resource.inputs();
    }
}

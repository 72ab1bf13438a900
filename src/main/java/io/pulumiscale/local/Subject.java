package io.pulumiscale.local;

/**
 * What an operation is about.
 *
 * @param name in the cloud
 * @param program the name in the program
 */
record Subject(OperationKind kind, String type, String name, String program) {

    static Subject of(OperationKind kind, CloudResource resource) {
        return new Subject(kind, resource.type(), resource.name(), resource.logicalName());
    }
}

package io.pulumiscale.it;

/** Configurations that several tests use. */
final class Pools {
    /** One pool that starts at 3. */
    static final String WEB = """
            web:
              kind: ec2
              min: 2
              max: 8
              initial: 3
              imageId: ami-0abcdef1234567890
              subnetIds: [subnet-1]
            """;

    /** Deployments alone: the quickest to make. */
    static final String WORKERS = """
            workers:
              kind: kubernetes
              min: 1
              max: 10
              initial: 2
              image: workers:1
            mailers:
              kind: kubernetes
              min: 1
              max: 10
              initial: 2
              image: mailers:1
            """;

    /** Scales out once in the life of a test. Scaling in waits for the end of the alert that scaled out. */
    static final String QUEUE = """
            workers:
              kind: kubernetes
              min: 2
              max: 10
              scaleIn: 2
              image: workers:1
              alertTtl: PT1H
              cooldownOut: PT1H
            """;

    /** Every alert counts, once. */
    static final String RESTLESS_QUEUE = """
            workers:
              kind: kubernetes
              min: 1
              max: 10
              initial: 2
              scaleIn: 2
              image: workers:1
            """;

    private Pools() {}
}

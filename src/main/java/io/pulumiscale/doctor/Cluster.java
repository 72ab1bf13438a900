package io.pulumiscale.doctor;

import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Where the API of the Kubernetes cluster is.
 *
 * @param source where that stands, for people
 * @param authority empty: a public one
 */
record Cluster(String source, URI server, Optional<SSLContext> authority) {}

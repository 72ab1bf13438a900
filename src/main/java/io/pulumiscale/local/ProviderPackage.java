package io.pulumiscale.local;

/**
 * One provider as a package: what it is called, what can configure it, what it has.
 *
 * @param config the SDK's class of the provider's own arguments
 */
record ProviderPackage(String name, String version, Class<?> config, Catalog catalog, Functions functions) {

    static ProviderPackage aws() {
        return new ProviderPackage(
                "aws",
                "6.83.0",
                com.pulumi.aws.ProviderArgs.class,
                new Catalog("aws", AwsKinds.all()),
                Functions.aws());
    }

    static ProviderPackage kubernetes() {
        return new ProviderPackage(
                "kubernetes",
                "4.0.0",
                com.pulumi.kubernetes.ProviderArgs.class,
                new Catalog("kubernetes", KubernetesKinds.all()),
                Functions.none());
    }
}

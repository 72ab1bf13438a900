package io.pulumiscale.doctor;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether the AWS provider would find credentials, in the order in which it looks. Whether AWS accepts them, the preview tells. */
final class AwsCheck implements Supplier<Finding> {
    private static final String GIVE_SOME =
            "give the process a role (EKS: an IAM role for the service account), or set AWS_PROFILE";

    private final Map<String, String> environment;
    private final Optional<String> region;
    private final Optional<String> profile;

    /**
     * @param region as the stack's configuration has it
     * @param profile likewise
     */
    AwsCheck(Map<String, String> environment, Optional<String> region, Optional<String> profile) {
        this.environment = Map.copyOf(environment);
        this.region = region;
        this.profile = profile;
    }

    @Override
    public Finding get() {
        Optional<String> port = new AttachedProviders(environment).port("aws");
        if (port.isPresent()) {
            return new Finding.NotChecked("the provider is attached at port %s and has its own".formatted(port.get()));
        }
        if (region().isEmpty()) {
            return new Finding.Failed("no region is set", "pulumi config set aws:region REGION");
        }
        return variables()
                .or(this::webIdentity)
                .or(this::profile)
                .or(this::container)
                .orElseGet(AwsCheck::none);
    }

    /** Of AWS in the region; empty where the provider is another. */
    Optional<URI> endpoint() {
        return new AttachedProviders(environment).port("aws").isPresent()
                ? Optional.empty()
                : region().map(name -> URI.create("https://sts.%s.amazonaws.com/".formatted(name)));
    }

    private Optional<String> region() {
        return region.or(() -> set("AWS_REGION")).or(() -> set("AWS_DEFAULT_REGION"));
    }

    private Optional<Finding> variables() {
        return set("AWS_ACCESS_KEY_ID")
                .map(id -> set("AWS_SECRET_ACCESS_KEY").isPresent()
                        ? new Finding.Fine("AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are set")
                        : new Finding.Failed(
                                "AWS_ACCESS_KEY_ID is set without AWS_SECRET_ACCESS_KEY", "set both, or neither"));
    }

    private Optional<Finding> webIdentity() {
        return set("AWS_WEB_IDENTITY_TOKEN_FILE")
                .map(file -> Files.isReadable(Path.of(file))
                        ? new Finding.Fine("the role %s, by %s"
                                .formatted(set("AWS_ROLE_ARN").orElse("(none named)"), file))
                        : new Finding.Failed("the web identity token %s cannot be read".formatted(file), GIVE_SOME));
    }

    private Optional<Finding> profile() {
        String name = profile.or(() -> set("AWS_PROFILE")).orElse("default");
        boolean there = has(file("AWS_SHARED_CREDENTIALS_FILE", "credentials"), "[" + name + "]")
                || has(
                        file("AWS_CONFIG_FILE", "config"),
                        name.equals("default") ? "[default]" : "[profile " + name + "]");
        if (there) {
            return Optional.of(new Finding.Fine("the profile " + name));
        }
        return profile.or(() -> set("AWS_PROFILE"))
                .map(wanted ->
                        new Finding.Failed("there is no profile " + wanted, "aws configure --profile " + wanted));
    }

    private Optional<Finding> container() {
        return set("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")
                .or(() -> set("AWS_CONTAINER_CREDENTIALS_FULL_URI"))
                .map(uri -> new Finding.Fine("the container's role"));
    }

    private static Finding none() {
        return new Finding.Warning(
                "none is set; that leaves an instance's role, which cannot be seen from here", GIVE_SOME);
    }

    private Optional<String> set(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private Path file(String variable, String name) {
        return set(variable)
                .map(Path::of)
                .orElseGet(() -> Path.of(environment.getOrDefault("HOME", "/"), ".aws", name));
    }

    private static boolean has(Path file, String line) {
        try (var lines = Files.lines(file)) {
            return lines.anyMatch(each -> each.strip().equals(line));
        } catch (IOException e) {
            return false; // there is none
        }
    }
}

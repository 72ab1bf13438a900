package io.pulumiscale.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwsCheckTest {
    @TempDir
    private Path home;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void nobodysHome() {
        environment.put("HOME", home.toString());
    }

    @Test
    void withoutARegionThereIsNothing() {
        Finding finding = new AwsCheck(environment, Optional.empty(), Optional.empty()).get();
        assertThat(finding).isEqualTo(new Finding.Failed("no region is set", "pulumi config set aws:region REGION"));

        environment.put("AWS_REGION", "eu-west-1");
        assertThat(new AwsCheck(environment, Optional.empty(), Optional.empty()).get())
                .isInstanceOf(Finding.Warning.class);
    }

    @Test
    void withNoneSetAnInstancesRoleIsLeft() {
        assertThat(look(Optional.empty())).isInstanceOf(Finding.Warning.class);
    }

    @Test
    void halfAKeyIsNone() {
        environment.put("AWS_ACCESS_KEY_ID", "id");
        assertThat(look(Optional.empty())).isInstanceOf(Finding.Failed.class);
        environment.put("AWS_SECRET_ACCESS_KEY", "secret");
        assertThat(look(Optional.empty())).isInstanceOf(Finding.Fine.class);
    }

    @Test
    void aServiceAccountsRoleNeedsItsToken() throws IOException {
        Path token = home.resolve("token");
        environment.put("AWS_WEB_IDENTITY_TOKEN_FILE", token.toString());
        environment.put("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/scaler");
        assertThat(look(Optional.empty())).isInstanceOf(Finding.Failed.class);
        Files.writeString(token, "jwt");
        assertThat(look(Optional.empty()).text()).contains("role/scaler");
    }

    @Test
    void aProfileIsLookedForInBothFiles() throws IOException {
        Files.createDirectories(home.resolve(".aws"));
        assertThat(look(Optional.of("prod"))).isInstanceOf(Finding.Failed.class);
        Files.writeString(home.resolve(".aws/config"), "[profile prod]\nregion = eu-west-1\n");
        assertThat(look(Optional.of("prod"))).isEqualTo(new Finding.Fine("the profile prod"));

        Files.writeString(home.resolve(".aws/credentials"), "[default]\naws_access_key_id = id\n");
        assertThat(look(Optional.empty())).isEqualTo(new Finding.Fine("the profile default"));
    }

    @Test
    void aContainersRoleIsFine() {
        environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://169.254.170.23/v1/credentials");
        assertThat(look(Optional.empty())).isEqualTo(new Finding.Fine("the container's role"));
    }

    private Finding look(Optional<String> profile) {
        return new AwsCheck(environment, Optional.of("eu-west-1"), profile).get();
    }
}

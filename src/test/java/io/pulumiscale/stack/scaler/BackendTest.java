package io.pulumiscale.stack.scaler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackendTest {
    @ParameterizedTest
    @CsvSource({
        "https://api.pulumi.com, 443",
        "https://pulumi.internal:8443/api, 8443",
        "http://pulumi.internal, 80",
        "s3://state?endpoint=http://minio.storage:9000&s3ForcePathStyle=true, 9000",
        "s3://state?region=us-east-1&endpoint=https://s3.internal, 443",
        "s3://state?endpoint=http%3A%2F%2Fminio.storage%3A9000, 9000"
    })
    void theServerThatItNamesIsOnAPort(String url, int port) {
        assertThat(new Backend(url).port()).contains(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://state?region=us-east-1", "gs://state", "azblob://state?storage_account=ana"})
    void aCloudsOwnNamesNone(String url) {
        assertThat(new Backend(url).port()).isEmpty();
    }

    @Test
    void onlyABucketOfAwsIsInItsPolicy() {
        assertThat(new Backend("s3://state?region=us-east-1").bucket()).contains("state");
        assertThat(new Backend("s3://state?endpoint=http://minio:9000").bucket())
                .isEmpty();
    }
}

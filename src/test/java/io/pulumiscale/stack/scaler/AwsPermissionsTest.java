package io.pulumiscale.stack.scaler;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.PoolKind;
import io.pulumiscale.model.ScalingRules;
import io.pulumiscale.stack.scaler.ScalerSettings.OwnRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AwsPermissionsTest {
    private static final String PROVIDER = "arn:aws-cn:iam::123456789012:oidc-provider/oidc.example.com/id/AB";
    private static final Pool WEB = pool("web", PoolKind.EC2);
    private static final Pool BATCH = pool("batch", PoolKind.EKS);
    private static final Pool WORKERS = pool("workers", PoolKind.KUBERNETES);

    @Test
    void onlyGroupsOfThePoolsMayBeResized() {
        Map<String, Object> resize =
                statement("https://api.pulumi.com", "ResizeGroups", WEB, pool("api", PoolKind.EC2));
        assertThat(resize)
                .containsEntry("Action", List.of("autoscaling:UpdateAutoScalingGroup"))
                .containsEntry(
                        "Resource",
                        List.of(
                                "arn:aws-cn:autoscaling:cn-north-1:123456789012:autoScalingGroup:*:autoScalingGroupName/*"))
                .containsEntry(
                        "Condition",
                        Map.of(
                                "StringEquals",
                                Map.of("autoscaling:ResourceTag/pulumiscale:pool", List.of("api", "web"))));
    }

    @Test
    void onlyNodeGroupsOfThePoolsMayBeResized() {
        assertThat(statement("https://api.pulumi.com", "ResizeNodeGroups", BATCH))
                .containsEntry("Action", List.of("eks:DescribeNodegroup", "eks:UpdateNodegroupConfig"))
                .containsEntry("Resource", List.of("arn:aws-cn:eks:cn-north-1:123456789012:nodegroup/main/*/*"))
                .containsEntry(
                        "Condition",
                        Map.of("StringEquals", Map.of("aws:ResourceTag/pulumiscale:pool", List.of("batch"))));
    }

    @Test
    void theStateIsReadAndWritten() {
        assertThat(statement("s3://our-state?region=cn-north-1", "State", WORKERS))
                .containsEntry("Action", List.of("s3:DeleteObject", "s3:GetObject", "s3:PutObject"))
                .containsEntry("Resource", List.of("arn:aws-cn:s3:::our-state/*"));
        assertThat(statement("s3://our-state/folder", "ListState", WORKERS))
                .containsEntry("Resource", List.of("arn:aws-cn:s3:::our-state"));
    }

    @Test
    void theKeyOfTheStacksSecretsMayBeDecryptedWith() {
        String key = "arn:aws:kms:us-east-1:123456789012:key/1234";
        assertThat(permissions("https://api.pulumi.com", Optional.of(key), WORKERS)
                        .statements())
                .singleElement()
                .satisfies(statement -> assertThat(statement)
                        .containsEntry("Action", List.of("kms:Decrypt"))
                        .containsEntry("Resource", List.of(key)));
    }

    /** A bucket of some other service is none of this account's. */
    @Test
    void withNothingToDoInAwsItMayDoNothing() {
        assertThat(permissions("s3://state?endpoint=minio.example.com", Optional.empty(), WORKERS)
                        .statements())
                .isEmpty();
    }

    @Test
    void nothingIsAllowedOnEverythingButToLookAtGroups() {
        assertThat(permissions("s3://state", Optional.empty(), WEB, BATCH, WORKERS)
                        .statements())
                .filteredOn(statement -> List.of("*").equals(statement.get("Resource")))
                .extracting(statement -> statement.get("Action"))
                .containsExactly(List.of("autoscaling:DescribeAutoScalingGroups"));
    }

    private static Map<String, Object> statement(String backend, String id, Pool... pools) {
        return permissions(backend, Optional.empty(), pools).statements().stream()
                .filter(statement -> id.equals(statement.get("Sid")))
                .findFirst()
                .orElseThrow();
    }

    private static AwsPermissions permissions(String backend, Optional<String> key, Pool... pools) {
        Deployed deployed = new Deployed(
                "shop",
                "prod",
                Optional.of("cn-north-1"),
                Map.of(),
                Output.of("token"),
                Optional.empty(),
                List.of(pools),
                Map.of(),
                Map.of("batch", "main"),
                List.of());
        return new AwsPermissions(deployed, Samples.settings(new Backend(backend)), new OwnRole(PROVIDER, key));
    }

    private static Pool pool(String name, PoolKind kind) {
        return new Pool(name, kind, 1, 2, 1, 1, 1, Map.of(), ScalingRules.standard());
    }
}

package io.pulumiscale.stack.scaler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pulumiscale.model.Pool;
import io.pulumiscale.model.PoolKind;
import io.pulumiscale.stack.scaler.ScalerSettings.OwnRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the scaler may do in AWS, and who may be it: JSON of IAM. The resources of pools are named by patterns and tags,
 * not by their ARNs: nothing outside a pool may depend on the resource that has its size (ADR 4).
 */
record AwsPermissions(Deployed deployed, ScalerSettings settings, OwnRole role) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String POOL_TAG = "pulumiscale:pool";

    /** The scaler's service account and nobody else. */
    String trust() {
        String issuer = role.oidcProviderArn().substring(role.oidcProviderArn().indexOf('/') + 1);
        String account = "system:serviceaccount:%s:%s".formatted(settings.namespace(), settings.name());
        return document(List.of(sorted(
                "Effect",
                "Allow",
                "Principal",
                Map.of("Federated", role.oidcProviderArn()),
                "Action",
                "sts:AssumeRoleWithWebIdentity",
                "Condition",
                Map.of("StringEquals", sorted(issuer + ":aud", "sts.amazonaws.com", issuer + ":sub", account)))));
    }

    /** Empty if there is nothing for it to do in AWS. */
    List<Map<String, Object>> statements() {
        List<Map<String, Object>> statements = new ArrayList<>();
        statements.addAll(groups());
        statements.addAll(nodeGroups());
        settings.backend().bucket().ifPresent(bucket -> statements.addAll(state(bucket)));
        role.kmsKeyArn().ifPresent(key -> statements.add(allow("Secrets", List.of("kms:Decrypt"), List.of(key))));
        return statements;
    }

    String policy() {
        return document(statements());
    }

    private List<Map<String, Object>> groups() {
        List<String> pools = pools(PoolKind.EC2);
        if (pools.isEmpty()) {
            return List.of();
        }
        Map<String, Object> resize = allow(
                "ResizeGroups",
                List.of("autoscaling:UpdateAutoScalingGroup"),
                List.of(arn("autoscaling", "autoScalingGroup:*:autoScalingGroupName/*")));
        return List.of(
                tagged(resize, "autoscaling:ResourceTag/", pools),
                allow("ReadGroups", List.of("autoscaling:DescribeAutoScalingGroups"), List.of("*")));
    }

    private List<Map<String, Object>> nodeGroups() {
        List<String> pools = pools(PoolKind.EKS);
        if (pools.isEmpty()) {
            return List.of();
        }
        List<String> nodeGroups = clusters("nodegroup/%s/*/*");
        Map<String, Object> resize =
                allow("ResizeNodeGroups", List.of("eks:DescribeNodegroup", "eks:UpdateNodegroupConfig"), nodeGroups);
        return List.of(
                tagged(resize, "aws:ResourceTag/", pools),
                allow(
                        "FollowNodeGroups",
                        List.of("eks:DescribeUpdate"),
                        Stream.concat(clusters("cluster/%s").stream(), nodeGroups.stream())
                                .toList()));
    }

    private List<String> clusters(String resource) {
        return deployed.clusters().values().stream()
                .distinct()
                .sorted()
                .map(cluster -> arn("eks", resource.formatted(cluster)))
                .toList();
    }

    private List<Map<String, Object>> state(String bucket) {
        String arn = "arn:%s:s3:::%s".formatted(partition(), bucket);
        return List.of(
                allow("ListState", List.of("s3:ListBucket"), List.of(arn)),
                allow("State", List.of("s3:DeleteObject", "s3:GetObject", "s3:PutObject"), List.of(arn + "/*")));
    }

    private List<String> pools(PoolKind kind) {
        return deployed.pools().stream()
                .filter(pool -> pool.kind() == kind)
                .map(Pool::name)
                .sorted()
                .toList();
    }

    private String arn(String service, String resource) {
        return "arn:%s:%s:%s:%s:%s"
                .formatted(partition(), service, deployed.region().orElse("*"), account(), resource);
    }

    private String partition() {
        return role.oidcProviderArn().split(":", -1)[1];
    }

    private String account() {
        return role.oidcProviderArn().split(":", -1)[4];
    }

    /** Only where the pool's tag is one of the stack's. */
    private static Map<String, Object> tagged(Map<String, Object> statement, String key, List<String> pools) {
        statement.put("Condition", Map.of("StringEquals", Map.of(key + POOL_TAG, pools)));
        return statement;
    }

    private static Map<String, Object> allow(String id, List<String> actions, List<String> resources) {
        return sorted("Sid", id, "Effect", "Allow", "Action", actions, "Resource", resources);
    }

    private static String document(List<Map<String, Object>> statements) {
        try {
            return JSON.writeValueAsString(sorted("Version", "2012-10-17", "Statement", statements));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and lists are always JSON", e);
        }
    }

    /** The same text for the same content: it is an input that is compared. */
    private static Map<String, Object> sorted(Object... keysAndValues) {
        Map<String, Object> sorted = new TreeMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            sorted.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return sorted;
    }
}

package io.pulumiscale.local;

import io.grpc.Status;
import java.util.Map;
import java.util.function.BiFunction;

/** The provider functions ({@code invoke}) that are answered. */
final class Functions {
    private final Map<String, BiFunction<Account, Map<String, Object>, Map<String, Object>>> functions;

    private Functions(Map<String, BiFunction<Account, Map<String, Object>, Map<String, Object>>> functions) {
        this.functions = functions;
    }

    static Functions none() {
        return new Functions(Map.of());
    }

    static Functions aws() {
        return new Functions(Map.of(
                "aws:index/getCallerIdentity:getCallerIdentity", Functions::callerIdentity,
                "aws:index/getRegion:getRegion", Functions::region,
                "aws:index/getPartition:getPartition", Functions::partition,
                "aws:ssm/getParameter:getParameter", Functions::parameter));
    }

    Map<String, Object> call(String token, Account account, Map<String, Object> args) {
        var function = functions.get(token);
        if (function == null) {
            throw new CloudRefusal(
                    Status.Code.UNIMPLEMENTED,
                    "the embedded cloud has no function " + token + "; it has " + functions.keySet());
        }
        return function.apply(account, args);
    }

    private static Map<String, Object> callerIdentity(Account account, Map<String, Object> args) {
        return Map.of(
                "accountId", account.number(),
                "arn", account.globalArn("iam", "user/demo"),
                "id", account.number(),
                "userId", "AIDAEXAMPLEDEMOUSER01");
    }

    private static Map<String, Object> region(Account account, Map<String, Object> args) {
        var name = Tree.text(args, "name").orElse(account.region());
        return Map.of("description", name, "endpoint", "ec2." + name + ".amazonaws.com", "id", name, "name", name);
    }

    private static Map<String, Object> partition(Account account, Map<String, Object> args) {
        return Map.of(
                "dnsSuffix",
                "amazonaws.com",
                "id",
                account.partition(),
                "partition",
                account.partition(),
                "reverseDnsPrefix",
                "com.amazonaws");
    }

    /** Parameters are asked for the newest machine image; every one is answered with the same. */
    private static Map<String, Object> parameter(Account account, Map<String, Object> args) {
        var name = Tree.text(args, "name").orElseThrow(() -> new CloudRefusal("ValidationException: no name"));
        return Map.of(
                "arn",
                account.arn("ssm", "parameter" + (name.startsWith("/") ? name : "/" + name)),
                "id",
                name,
                "insecureValue",
                "ami-0a1b2c3d4e5f60718",
                "name",
                name,
                "type",
                "String",
                "value",
                "ami-0a1b2c3d4e5f60718",
                "version",
                1);
    }
}

package io.pulumiscale.stack;

import io.pulumiscale.stack.NodeSettings.Taint;
import io.pulumiscale.stack.NodeSettings.Unavailable;
import java.util.List;
import java.util.regex.Pattern;

/** Reads what an EKS pool is made of. */
record EksReader(Section section) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,62}");
    private static final Pattern AMI_TYPE = Pattern.compile("[A-Z][A-Za-z0-9_]+");
    private static final List<String> EFFECTS = List.of("NO_SCHEDULE", "NO_EXECUTE", "PREFER_NO_SCHEDULE");
    private static final List<String> CAPACITY = List.of("ON_DEMAND", "SPOT");
    private static final int LARGEST_DISK = 16_384;

    NodeSettings read() {
        return new NodeSettings(
                section.optionalText("nodeGroupName", NAME, "a node group's name"),
                section.text("clusterName"),
                section.text("nodeRoleArn", PoolSpecReader.ROLE, "an IAM role's ARN"),
                section.texts("subnetIds"),
                section.texts("instanceTypes", List.of("t3.medium")),
                section.optionalText("amiType", AMI_TYPE, "an AMI type such as AL2023_x86_64_STANDARD"),
                section.has("capacityType")
                        ? section.choice("capacityType", CAPACITY).orElse("")
                        : "",
                section.integer("diskSize", 1, LARGEST_DISK, 0),
                section.textsByKey("labels"),
                section.sections("taints").stream().map(EksReader::taint).toList(),
                unavailable(),
                TagsReader.read(section));
    }

    private static Taint taint(Section taint) {
        Taint read = new Taint(
                taint.text("key"),
                taint.optionalText("value").orElse(""),
                taint.choice("effect", EFFECTS).orElse(""));
        taint.end();
        return read;
    }

    private Unavailable unavailable() {
        if (section.has("maxUnavailable") && section.has("maxUnavailablePercent")) {
            section.fault("maxUnavailablePercent", "means nothing with maxUnavailable");
        }
        return new Unavailable(
                section.integer("maxUnavailable", 1, 100, 0), section.integer("maxUnavailablePercent", 1, 100, 0));
    }
}

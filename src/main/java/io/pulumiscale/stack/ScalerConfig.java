package io.pulumiscale.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.pulumiscale.model.AccessToken;
import io.pulumiscale.model.Grant;
import io.pulumiscale.model.NoticeTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the scaler needs of the stack's configuration: the pools, as the program has them, and the tokens.
 *
 * @param tokens that of {@code pulumiscale:webhookToken} first
 * @param notices where people are told of what happens
 */
public record ScalerConfig(StackConfig stack, List<AccessToken> tokens, List<NoticeTarget> notices) {
    /** Without a token the scaler does not start. */
    public static final Fault NO_TOKEN = new Fault(
            "webhookToken", "missing: openssl rand -hex 32 | pulumi config set --secret pulumiscale:webhookToken");

    private static final JsonMapper JSON = new JsonMapper();

    public ScalerConfig {
        tokens = List.copyOf(tokens);
        notices = List.copyOf(notices);
    }

    /**
     * @param values what is set under {@code pulumiscale:}, decrypted, by key
     * @param inFile faults that were found in the file
     * @throws InvalidConfiguration with all faults at once; none repeats a secret
     */
    public static ScalerConfig read(
            String project, String stack, Function<String, Optional<String>> values, List<Fault> inFile) {
        List<Fault> faults = new ArrayList<>(inFile);
        Optional<String> pools = values.apply("pools");
        List<AccessToken> tokens = new ArrayList<>();
        values.apply(Grant.WEBHOOK_TOKEN)
                .ifPresentOrElse(
                        value -> tokens.add(new AccessToken(value, Grant.unlimited())), () -> faults.add(NO_TOKEN));
        tokens.addAll(new TokensReader(StackConfig.names(pools), ScalerConfig::decrypted)
                .read(parsed(values.apply("tokens"), TokensReader.NO_MAPPING, faults), faults));
        check(tokens, faults);
        List<NoticeTarget> notices = new NoticesReader(StackConfig.names(pools), false)
                .read(parsed(values.apply(NoticesReader.PATH), NoticesReader.NO_LIST, faults), faults);
        return new ScalerConfig(
                StackConfig.read(project, stack, pools, List.copyOf(new LinkedHashSet<>(faults))), tokens, notices);
    }

    /** What a parser says of it would repeat it. */
    private static JsonNode parsed(Optional<String> text, Fault otherwise, List<Fault> faults) {
        try {
            return text.isPresent() ? JSON.readValue(text.get(), JsonNode.class) : MissingNode.getInstance();
        } catch (JsonProcessingException e) {
            faults.add(otherwise);
            return MissingNode.getInstance();
        }
    }

    private static Optional<String> decrypted(Section token, String key) {
        return Optional.of(token.text(key)).filter(value -> !value.isEmpty());
    }

    private static void check(List<AccessToken> tokens, List<Fault> faults) {
        Map<String, String> firsts = new HashMap<>();
        for (AccessToken token : tokens) {
            String path = path(token);
            TokenStrength.problem(token.value()).ifPresent(problem -> faults.add(new Fault(path, problem)));
            String first = firsts.putIfAbsent(token.value(), path);
            if (first != null) {
                faults.add(new Fault(path, "is equal to " + first + ": each needs its own"));
            }
        }
    }

    private static String path(AccessToken token) {
        String name = token.grant().name();
        return name.equals(Grant.WEBHOOK_TOKEN) ? name : "tokens.%s.value".formatted(name);
    }
}

package io.pulumiscale.client;

import com.fasterxml.jackson.core.JsonProcessingException;

/** What scalers answer, as people read it in tests. */
final class Answers {
    static final String WELL =
            "'stale':false,'stalled':false,'cooldown':{'out':null,'in':null},'backoff':{'out':null,'in':null},"
                    + "'paused':{'now':'none','configured':'none','words':[]},'firing':[],'waitingIntents':0,'approval':null,'declined':null";

    private Answers() {}

    /** @param more fields that count instead of those of a pool that is well */
    static String pool(String name, int current, int desired, String more) {
        return "{%s,'name':'%s','kind':'ec2','minSize':2,'maxSize':8,'currentSize':%d,'desiredSize':%d,'lastDecision':null,'bounds':{'min':2,'max':8}%s}"
                .formatted(WELL, name, current, desired, more.isEmpty() ? "" : "," + more);
    }

    static Pool pool(String json) {
        return read(json, Pool.class);
    }

    /** @param more likewise */
    static Scaler scaler(String more, String... pools) {
        return read(
                "{'readiness':'ready','problem':null,'warnings':[],'stackPage':null,'underWay':null,'unknownPools':[],'updates':[],'wrongTokens':0,'pools':[%s]%s}"
                        .formatted(String.join(",", pools), more.isEmpty() ? "" : "," + more),
                Scaler.class);
    }

    static String update(long id, String status, String message, String problem) {
        return "{'id':%d,'status':'%s','message':'%s','attempts':1,'problem':%s,'engineVersion':null,'stackVersion':17,'plannedAt':'2026-11-20T09:30:00Z','startedAt':null,'endedAt':%s,'seconds':2.4}"
                .formatted(
                        id,
                        status,
                        message,
                        problem.isEmpty() ? "null" : "'" + problem + "'",
                        status.equals("RUNNING") ? "null" : "'2026-11-20T09:31:00Z'");
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return Json.read(Json.parse(json.replace('\'', '"')), type);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}

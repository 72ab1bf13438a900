package io.pulumiscale.http;

/** Is told what the front door turns away. From any thread, and it has to be quick. */
public interface Incidents {

    /** Somebody has shown a wrong token. */
    default void wrongToken() {}

    /** So many alerts of an accepted delivery were ignored: faulty, of another stack, or of nobody's pool. */
    default void ignored(int alerts) {}

    /** One of them named a pool that is not there. */
    default void unknownPool() {}

    /** Nobody is told. */
    static Incidents none() {
        return new Incidents() {};
    }
}

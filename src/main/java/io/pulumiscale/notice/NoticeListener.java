package io.pulumiscale.notice;

/** Is told what becomes of notices. From any thread, and it has to be quick. */
public interface NoticeListener {

    /** @param receiver {@code notices[0]} */
    default void sent(String receiver) {}

    /** A try that may be repeated. */
    default void failed(String receiver) {}

    /** So many will never be sent: too old, or the receiver does not take them. */
    default void dropped(String receiver, int notices) {}

    /** Nobody is told. */
    static NoticeListener none() {
        return new NoticeListener() {};
    }
}

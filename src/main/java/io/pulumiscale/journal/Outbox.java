package io.pulumiscale.journal;

import io.pulumiscale.model.Notice;
import java.util.List;

/**
 * What people are to be told of. The journal writes a notice together with what it is about, so that neither is there
 * without the other. All methods may be called from any thread, and throw {@link JournalException}.
 */
public interface Outbox {

    /** A receiver that is not known yet is told what comes from now on. */
    void follow(String receiver);

    /** What a receiver was not told yet, the oldest first; nothing for one that is not known. */
    List<Notice> notices(String receiver, int limit);

    /** The receiver was told everything up to this notice, or never will be. */
    void told(String receiver, long notice);
}

package org.prakat.publishing.adapter.out.mongo;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Looks versions up in the database, for all who ask at the same time by one query: every reader of an item asks, and on a busy
 * day the questions would cost more than the pages. Each is answered by a query that began after they asked, so the answer is as
 * new as that of a query of their own.
 */
final class VersionLookUp {

    private final Function<Collection<String>, Map<String, Long>> query;
    private final Lock asking = new ReentrantLock();
    private Question gathering = new Question();

    /** @param query answers with the versions of those that there are */
    VersionLookUp(Function<Collection<String>, Map<String, Long>> query) {
        this.query = query;
    }

    /** What several ask together. */
    private record Question(Set<String> ids, CompletableFuture<Map<String, Long>> answer) {

        Question() {
            this(new HashSet<>(), new CompletableFuture<>());
        }
    }

    /** @throws RuntimeException what the query threw, to all who asked together */
    OptionalLong version(String id) {
        Question question = join(id);
        asking.lock();
        try {
            if (!question.answer().isDone()) {
                ask(close(question));
            }
        } finally {
            asking.unlock();
        }
        return answer(question, id);
    }

    private synchronized Question join(String id) {
        gathering.ids().add(id);
        return gathering;
    }

    /** Of how many the next query will ask. */
    synchronized int waiting() {
        return gathering.ids().size();
    }

    /** From now on nobody joins it: they might have asked after the query began. */
    private synchronized Question close(Question question) {
        gathering = new Question();
        return question;
    }

    private void ask(Question question) {
        try {
            question.answer().complete(query.apply(question.ids()));
        } catch (RuntimeException e) {
            question.answer().completeExceptionally(e);
        }
    }

    private static OptionalLong answer(Question question, String id) {
        try {
            Long version = question.answer().join().get(id);
            return version == null ? OptionalLong.empty() : OptionalLong.of(version);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}

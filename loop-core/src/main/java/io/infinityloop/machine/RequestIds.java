package io.infinityloop.machine;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Retired;
import io.infinityloop.event.Returned;
import java.util.List;

/**
 * How the events of one request are named: the last thing that was asked for has the id of the request, each artifact
 * that was handed over with it {@code id/1}, {@code id/2} and so on, each move that followed by itself {@code id/auto1}
 * and so on.
 */
final class RequestIds {
    private RequestIds() {}

    /** {@return the id of the event that records an artifact of a request; the number is 1 for the first} */
    static String part(String requestId, int number) {
        return requestId + "/" + number;
    }

    /** {@return the id of a move that follows a request by itself; the number is 1 for the first} */
    static String automatic(String requestId, int number) {
        return requestId + "/auto" + number;
    }

    /** {@return whether an event that has the id of a request can have come of it: the id alone may be used twice} */
    static boolean isOf(LoopEvent event, Command command) {
        if (command instanceof Command.Advance advance) {
            return event instanceof Advanced advanced
                    && advanced.transition().to() == advance.to()
                    && advanced.artifacts()
                            .equals(advance.artifacts().stream()
                                    .map(Artifact::ref)
                                    .toList());
        }
        if (command instanceof Command.Attach attach) {
            return event instanceof Recorded recorded
                    && recorded.artifact().ref().equals(attach.artifact().ref());
        }
        if (command instanceof Command.ReturnTo returnTo) {
            return event instanceof Returned returned && returned.to() == returnTo.to();
        }
        return event instanceof Retired;
    }

    /**
     * Returns the events of one request.
     *
     * @param history the events of the loop, oldest first
     * @param place where the event that has the id of the request is
     * @return the events of the request, oldest first
     */
    static List<LoopEvent> eventsOf(List<LoopEvent> history, int place) {
        LoopEvent asked = history.get(place);
        int parts = asked instanceof Advanced advanced ? advanced.artifacts().size() : 0;
        int first = place;
        while (first > 0 && parts > 0 && is(history.get(first - 1), asked, part(asked.id(), parts))) {
            first--;
            parts--;
        }
        int end = place + 1;
        while (end < history.size() && is(history.get(end), asked, automatic(asked.id(), end - place))) {
            end++;
        }
        return List.copyOf(history.subList(first, end));
    }

    private static boolean is(LoopEvent event, LoopEvent asked, String id) {
        return event.source().equals(asked.source()) && event.id().equals(id);
    }
}

package io.infinityloop.machine;

import io.infinityloop.event.Advanced;
import io.infinityloop.event.LoopEvent;
import java.util.ArrayList;
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
        List<LoopEvent> events = new ArrayList<>(history.subList(Math.max(0, place - parts), place + 1));
        for (int i = place + 1; i < history.size(); i++) {
            LoopEvent next = history.get(i);
            if (!next.source().equals(asked.source()) || !next.id().equals(automatic(asked.id(), i - place))) {
                break;
            }
            events.add(next);
        }
        return events;
    }
}

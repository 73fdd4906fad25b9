package io.infinityloop.source;

import io.infinityloop.internal.Escapes;
import io.infinityloop.internal.json.Excerpt;
import io.infinityloop.internal.json.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads test reports in the XML that JUnit, Surefire and many others write. Each suite that holds tests itself is a
 * record, in the shape that {@link Suite} says. No document types, no entities but those of XML. Nothing after the
 * first fault of a file is read.
 */
final class JUnitRecords implements Records {
    private final Markup markup;
    private final long before;
    private final Deque<Suite> open = new ArrayDeque<>();
    private @Nullable XMLStreamReader reader;
    private boolean isClosed;
    private long number;
    private int depth;
    private long line;

    private JUnitRecords(InputStream in, long firstLine) {
        this.markup = new Markup(in);
        this.before = firstLine - 1;
        this.line = firstLine;
    }

    /** {@return the suites of a stream whose first byte is in a line} */
    static JUnitRecords of(InputStream in, long firstLine) {
        return new JUnitRecords(in, firstLine);
    }

    @Override
    public @Nullable Cut next() throws IOException {
        try {
            while (!isClosed) {
                Suite suite = step();
                if (suite != null && suite.isToldOf()) {
                    return new Cut.Whole(suite.payload(++number));
                }
            }
            return null;
        } catch (XMLStreamException broken) {
            if (broken.getNestedException() instanceof IOException unreadable && !markup.isTooLong()) {
                throw unreadable;
            }
            if (broken.getLocation() != null) {
                line = Math.max(line, before + broken.getLocation().getLineNumber());
            }
            return broken(
                    markup.isTooLong()
                            ? "a tag has more than " + Limits.LINE_BYTES + " bytes"
                            : "not well-formed XML: " + firstLine(broken));
        } catch (RejectedRecordException strange) {
            return broken(strange.problem());
        }
    }

    /** {@return the suite that ended; null if none did} */
    private @Nullable Suite step() throws XMLStreamException, RejectedRecordException {
        XMLStreamReader xml = reader();
        markup.allow();
        int event = xml.next();
        line = before + xml.getLocation().getLineNumber();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(xml);
            case XMLStreamConstants.END_ELEMENT -> {
                return ended(xml.getLocalName());
            }
            case XMLStreamConstants.DTD ->
                throw new RejectedRecordException("", "the file has a document type: expected none");
            case XMLStreamConstants.END_DOCUMENT -> isClosed = true;
            default -> {
                // Nothing else is looked at.
            }
        }
        return null;
    }

    private @Nullable Suite ended(String name) {
        depth--;
        if (name.equals("testsuite")) {
            return open.pollLast();
        }
        if (name.equals("testcase") && !open.isEmpty()) {
            open.getLast().endCase();
        }
        return null;
    }

    private void start(XMLStreamReader xml) throws RejectedRecordException {
        String name = xml.getLocalName();
        if (++depth == 1 && !name.equals("testsuites") && !name.equals("testsuite")) {
            throw new RejectedRecordException(
                    "", "the file begins with " + Excerpt.of(name) + ": expected testsuites or testsuite");
        }
        if (depth > Limits.DEPTH) {
            throw new RejectedRecordException(
                    "", "elements are nested too deep: at most " + Limits.DEPTH + " levels are accepted");
        }
        if (name.equals("testsuite")) {
            if (!open.isEmpty()) {
                open.getLast().hasInner();
            }
            open.addLast(new Suite(xml, line));
        } else if (!open.isEmpty()) {
            open.getLast().element(name, xml);
        }
    }

    private XMLStreamReader reader() throws XMLStreamException {
        XMLStreamReader known = reader;
        if (known != null) {
            return known;
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        XMLStreamReader fresh = factory.createXMLStreamReader(markup);
        reader = fresh;
        return fresh;
    }

    private Cut broken(String problem) {
        isClosed = true;
        String suite = open.isEmpty() ? "" : ", in the suite " + open.getLast().name();
        return new Cut.Broken(new Leftover(
                Leftover.Cause.REJECTED,
                ++number,
                line,
                "",
                "",
                Escapes.printable(problem) + suite + "; nothing after it is read",
                new byte[0]));
    }

    private static String firstLine(XMLStreamException broken) {
        String message = String.valueOf(broken.getMessage());
        int from = message.lastIndexOf("Message: ");
        return Excerpt.of(message.substring(from < 0 ? 0 : from + 9).strip().toLowerCase(Locale.ROOT));
    }
}

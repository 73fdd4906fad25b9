package io.infinityloop.export;

import java.io.OutputStream;
import java.time.Instant;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes the tags of XES. What may not stand in XML becomes a replacement character. Not safe for use by many threads.
 */
final class XesText {
    private static final String PLACE = "http://www.xes-standard.org/";
    private static final int REPLACEMENT = 0xFFFD;

    private final XMLStreamWriter xml;

    private XesText(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static XesText to(OutputStream out) throws XMLStreamException {
        XesText text = new XesText(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8"));
        text.begin();
        return text;
    }

    private void begin() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line(0);
        xml.writeStartElement("log");
        xml.writeDefaultNamespace(PLACE);
        xml.writeAttribute("xes.version", "1849.2016");
        xml.writeAttribute("xes.features", "");
        extension("Concept", "concept");
        extension("Time", "time");
        extension("Lifecycle", "lifecycle");
        global("trace");
        value(2, "string", "concept:name", "unknown");
        close(1);
        global("event");
        value(2, "string", "concept:name", "unknown");
        value(2, "date", "time:timestamp", Instant.EPOCH.toString());
        value(2, "string", "lifecycle:transition", "complete");
        close(1);
        line(1);
        xml.writeEmptyElement("classifier");
        xml.writeAttribute("name", "activity");
        xml.writeAttribute("keys", "concept:name lifecycle:transition");
        value(1, "string", "lifecycle:model", "standard");
    }

    private void extension(String name, String prefix) throws XMLStreamException {
        line(1);
        xml.writeEmptyElement("extension");
        xml.writeAttribute("name", name);
        xml.writeAttribute("prefix", prefix);
        xml.writeAttribute("uri", PLACE + prefix + ".xesext");
    }

    private void global(String scope) throws XMLStreamException {
        line(1);
        xml.writeStartElement("global");
        xml.writeAttribute("scope", scope);
    }

    void beginTrace(String name) throws XMLStreamException {
        line(1);
        xml.writeStartElement("trace");
        value(2, "string", "concept:name", name);
    }

    void endTrace() throws XMLStreamException {
        close(1);
    }

    void beginEvent(String name, Instant at, String transition) throws XMLStreamException {
        line(2);
        xml.writeStartElement("event");
        value(3, "string", "concept:name", name);
        value(3, "date", "time:timestamp", at.toString());
        value(3, "string", "lifecycle:transition", transition);
    }

    /** Writes a text; nothing if it is empty. */
    void attribute(String key, String text) throws XMLStreamException {
        if (!text.isEmpty()) {
            value(3, "string", key, text);
        }
    }

    void endEvent() throws XMLStreamException {
        close(2);
    }

    void end() throws XMLStreamException {
        close(0);
        line(0);
        xml.writeEndDocument();
        xml.flush();
    }

    private void value(int depth, String type, String key, String value) throws XMLStreamException {
        line(depth);
        xml.writeEmptyElement(type);
        xml.writeAttribute("key", allowed(key));
        xml.writeAttribute("value", allowed(value));
    }

    private void close(int depth) throws XMLStreamException {
        line(depth);
        xml.writeEndElement();
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** Whoever reads an attribute sees its tabs and line feeds as blanks anyway. */
    private static String allowed(String text) {
        StringBuilder allowed = new StringBuilder(text.length());
        text.codePoints().map(XesText::allowed).forEach(allowed::appendCodePoint);
        return allowed.toString();
    }

    private static int allowed(int point) {
        if (point == '\t' || point == '\n' || point == '\r') {
            return ' ';
        }
        boolean isForbidden = point < ' '
                || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                || point == 0xFFFE
                || point == 0xFFFF;
        return isForbidden ? REPLACEMENT : point;
    }
}

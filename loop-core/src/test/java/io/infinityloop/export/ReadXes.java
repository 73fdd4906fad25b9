package io.infinityloop.export;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A log as a tool for process mining reads it.
 *
 * @param traces the activities and transitions of each trace, by its name
 */
record ReadXes(SortedMap<String, List<String>> traces) {
    static ReadXes of(String text) {
        SortedMap<String, List<String>> traces = new TreeMap<>();
        try {
            XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(text));
            List<String> trace = new ArrayList<>();
            String place = "log";
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                String tag = xml.getLocalName();
                String key = String.valueOf(xml.getAttributeValue(null, "key"));
                String value = String.valueOf(xml.getAttributeValue(null, "value"));
                if (tag.equals("trace") || tag.equals("event") || tag.equals("global")) {
                    place = tag;
                } else if (place.equals("trace") && key.equals("concept:name")) {
                    trace = new ArrayList<>();
                    traces.put(value, trace);
                } else if (place.equals("event") && key.equals("concept:name")) {
                    trace.add(value);
                } else if (place.equals("event") && key.equals("lifecycle:transition")) {
                    trace.set(trace.size() - 1, trace.get(trace.size() - 1) + " " + value);
                }
            }
        } catch (XMLStreamException broken) {
            throw new AssertionError(broken);
        }
        return new ReadXes(traces);
    }
}

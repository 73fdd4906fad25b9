package io.infinityloop.picture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads SVG with the XML parser of the JDK, without document types. */
final class SvgReader {
    private final Element root;

    SvgReader(String svg) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            root = builder.parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("not XML: " + e.getMessage() + "\n" + svg, e);
        }
    }

    Element root() {
        return root;
    }

    List<Element> all(String tag) {
        NodeList found = root.getElementsByTagNameNS("*", tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(index -> (Element) found.item(index))
                .toList();
    }

    /** {@return the texts of all elements with a tag and a class} */
    List<String> texts(String tag, String look) {
        return all(tag).stream()
                .filter(element -> element.getAttribute("class").equals(look))
                .map(Element::getTextContent)
                .toList();
    }

    String text(String tag) {
        return all(tag).get(0).getTextContent();
    }

    /** {@return the names of all elements, with their namespace, sorted} */
    SortedSet<String> tags() {
        SortedSet<String> tags = new TreeSet<>();
        Stream.concat(Stream.of(root), all("*").stream())
                .forEach(element -> tags.add(element.getNamespaceURI() + " " + element.getLocalName()));
        return tags;
    }

    /** {@return the names of all attributes, sorted} */
    SortedSet<String> attributes() {
        TreeSet<String> names = new TreeSet<>();
        for (Element element : Stream.concat(Stream.of(root), all("*").stream()).toList()) {
            for (int index = 0; index < element.getAttributes().getLength(); index++) {
                names.add(element.getAttributes().item(index).getNodeName());
            }
        }
        return names;
    }

    /** The parser's own handler prints to the console. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException problem) throws SAXException {
            throw problem;
        }

        @Override
        public void error(SAXParseException problem) throws SAXException {
            throw problem;
        }

        @Override
        public void fatalError(SAXParseException problem) throws SAXException {
            throw problem;
        }
    }
}
